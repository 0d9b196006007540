package pruefstand.site;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * A page to be made.
 *
 * @param address from the site's root
 * @param template name of its template
 * @param language in which its template speaks; the root locale for pages that stand above the languages
 * @param showing whose reviews it shows
 * @param view makes what the template is given
 */
record Page(String address, String template, Locale language, Showing showing, ViewMaker view) {

    /** A page without reviews. */
    Page(String address, String template, Locale language, ViewMaker view) {
        this(address, template, language, Showing.NOBODY, view);
    }

    /** The same page, which shows reviews. */
    Page with(Showing reviews) {
        return new Page(address, template, language, reviews, view);
    }

    /** Makes the view of a page. */
    @FunctionalInterface
    interface ViewMaker {

        /**
         * The view.
         *
         * @param files all files of the site
         * @param broken hears of links that lead nowhere
         */
        Object make(SiteFiles files, Consumer<String> broken);
    }
}
