package pruefstand.site;

import pruefstand.record.RunRecord;

/** The files of a site, as far as links ask for them. Safe to share. */
@FunctionalInterface
interface SiteFiles {

    /** Where nothing is linked to. */
    SiteFiles NONE = _ -> false;

    /** Whether the site has a file at an address from its root. */
    boolean has(String address);

    /** Where a record lies. */
    default String record(RunRecord run) {
        return Addresses.record(run);
    }
}
