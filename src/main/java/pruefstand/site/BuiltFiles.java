package pruefstand.site;

import java.util.Map;
import java.util.function.Predicate;
import pruefstand.record.RunRecord;

/** The files of a site that is built: every page asks for the addresses of many records, so these are made once. */
final class BuiltFiles implements SiteFiles {

    private final Predicate<String> names;
    private final Map<RunRecord, String> records;

    /**
     * The files.
     *
     * @param names whether one is among them, from the root
     * @param records where each record lies, by identity
     */
    BuiltFiles(Predicate<String> names, Map<RunRecord, String> records) {
        this.names = names;
        this.records = records;
    }

    @Override
    public boolean has(String address) {
        return names.test(address);
    }

    @Override
    public String record(RunRecord run) {
        String address = records.get(run);
        return address == null ? Addresses.record(run) : address;
    }
}
