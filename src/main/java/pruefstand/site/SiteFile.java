package pruefstand.site;

import java.util.function.Function;

/**
 * A file of the site beside its pages.
 *
 * @param address from the site's root
 * @param showing whose reviews it holds
 * @param content its text, given all files of the site
 */
record SiteFile(String address, Showing showing, Function<SiteFiles, String> content) {

    /** A file without reviews. */
    SiteFile(String address, Function<SiteFiles, String> content) {
        this(address, Showing.NOBODY, content);
    }

    /** The same file, which holds reviews. */
    SiteFile with(Showing reviews) {
        return new SiteFile(address, reviews, content);
    }
}
