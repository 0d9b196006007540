package pruefstand.site;

import java.util.List;

/**
 * The page that stands above the languages: a choice of one.
 *
 * @param root way to the root of the site
 * @param demonstration whether it is to say that it is one
 * @param rooms the site in each language
 */
record DoorView(String root, boolean demonstration, List<Room> rooms) {

    /**
     * The site in one language.
     *
     * @param language its tag
     * @param name the language's own name
     * @param href its start page
     * @param title name of the site
     * @param text what to say
     * @param demonstration what to say of a demonstration
     */
    record Room(String language, String name, String href, String title, String text, String demonstration) {
    }
}
