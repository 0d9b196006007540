package pruefstand.site;

import java.util.List;

/**
 * The page for addresses that lead nowhere, which speaks all languages, since nobody knows whose address it was.
 *
 * @param root way to the root of the site
 * @param demonstration whether it is to say that it is one
 * @param rooms the site in each language
 */
record MissingView(String root, boolean demonstration, List<Room> rooms) {

    /**
     * The site in one language.
     *
     * @param language its tag
     * @param name the language's own name
     * @param title name of the site
     * @param start its start page
     * @param nothing that there is nothing here
     * @param why what may have happened
     * @param models where all models are
     * @param label of the navigation
     * @param sections the main pages
     * @param demonstration what to say of a demonstration
     */
    record Room(String language, String name, String title, String start, String nothing, String why, Link models, String label,
            List<Frame.Section> sections, String demonstration) {

        static Room of(Words words, Frames frames) {
            return new Room(words.language(), words.locale().getDisplayLanguage(words.locale()), words.say(frames.options().title()), frames.links().start(),
                    words.say("problem.not_found.title"), words.say("missing.text"),
                    new Link(words.say("missing.models"), frames.links().to(Addresses.models(words.language()))), words.say("nav.label"),
                    frames.ways(), words.say("demonstration"));
        }
    }
}
