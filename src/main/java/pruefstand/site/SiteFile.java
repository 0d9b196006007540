package pruefstand.site;

import java.util.function.Function;

/**
 * A file of the site beside its pages.
 *
 * @param address from the site's root
 * @param showing whose reviews it holds
 * @param content what it holds
 */
record SiteFile(String address, Showing showing, Content content) {

    /** A file without reviews. */
    SiteFile(String address, Function<SiteFiles, String> text) {
        this(address, Showing.NOBODY, new Content.Text(text));
    }

    /** A large table without reviews. */
    static SiteFile ofRows(String address, Function<SiteFiles, Content.Pieces> rows) {
        return new SiteFile(address, Showing.NOBODY, new Content.Rows(rows));
    }

    /** The same file, which holds reviews. */
    SiteFile with(Showing reviews) {
        return new SiteFile(address, reviews, content);
    }
}
