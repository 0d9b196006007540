package pruefstand.site;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands around the content of each page.
 *
 * @param language of the page
 * @param root relative way to the root of the site
 * @param title of the page, for the window
 * @param description one sentence, for search engines
 * @param canonical full address; empty text without a base URL
 * @param siteTitle name of the site
 * @param start link to the start page
 * @param alternates the same page in each language
 * @param sections the main pages
 * @param search the page that searches
 * @param demonstration whether the page is to say that it is one
 * @param imprint links of the foot: imprint, privacy
 * @param version of the program
 * @param state day of the newest record; empty text without records
 * @param more pages that are not among the main ones
 * @param feeds what can be followed
 * @param data what the page is about, for search engines: JSON that can stand in a page as it is
 */
record Frame(String language, String root, String title, String description, String canonical, String siteTitle, String start,
        List<Alternate> alternates, List<Section> sections, Section search, boolean demonstration, List<Link> imprint, String version,
        String state, List<Link> more, List<Link> feeds, List<String> data) {

    /** The same with what it is about. */
    Frame about(List<String> described) {
        return new Frame(language, root, title, description, canonical, siteTitle, start, alternates, sections, search, demonstration, imprint, version,
                state, more, feeds, described);
    }

    /** The same with a feed of its own. */
    Frame following(List<Link> own) {
        return new Frame(language, root, title, description, canonical, siteTitle, start, alternates, sections, search, demonstration, imprint, version,
                state, more, Stream.concat(own.stream(), feeds.stream()).toList(), data);
    }

    /**
     * The same page in a language.
     *
     * @param language its tag
     * @param name the language's own name
     * @param href relative link
     * @param current whether it is this page
     */
    record Alternate(String language, String name, String href, boolean current) {
    }

    /**
     * An entry of the navigation.
     *
     * @param name as it reads
     * @param href relative link
     * @param current whether it is this page
     */
    record Section(String name, String href, boolean current) {
    }
}
