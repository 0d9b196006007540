package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes what stands around the content of pages.
 *
 * @param options how the site is built
 * @param words of the page
 * @param links from the page
 * @param state day of the newest record; empty text without records
 */
record Frames(SiteOptions options, Words words, Links links, String state) {

    /**
     * The frame of a page.
     *
     * @param title its own title; empty for the start page
     * @param description one sentence
     */
    Frame frame(String title, String description) {
        String siteTitle = words.say(options.title());
        String windowTitle = title.isEmpty() ? siteTitle : title + " \u00b7 " + siteTitle;
        String canonical = options.baseUrl().map(base -> absolute(base.toString(), links.from())).orElse("");
        return new Frame(words.language(), links.root(), windowTitle, description, canonical, siteTitle, links.start(),
                alternates(), sections(), section("search.title", Addresses.search(words.language())), options.demonstration(), imprint(), options.version(), state);
    }

    static String absolute(String base, String path) {
        return (base.endsWith("/") ? base : base + "/") + path;
    }

    private List<Frame.Alternate> alternates() {
        return Words.LANGUAGES.stream().map(locale -> {
            String language = locale.getLanguage();
            String same = language + links.from().substring(words.language().length());
            return new Frame.Alternate(language, locale.getDisplayLanguage(locale), links.to(same),
                    language.equals(words.language()));
        }).toList();
    }

    private List<Frame.Section> sections() {
        return List.of(section("nav.start", Addresses.start(words.language())),
                section("nav.models", Addresses.models(words.language())),
                section("nav.tasks", Addresses.tasks(words.language())),
                section("nav.charts", Addresses.charts(words.language())),
                section("nav.method", Addresses.method(words.language())),
                section("nav.glossary", Addresses.glossary(words.language())));
    }

    private Frame.Section section(String key, String address) {
        return new Frame.Section(words.say(key), links.to(address), address.equals(links.from()));
    }

    private List<Link> imprint() {
        Optional<Link> imprint = options.imprint().map(uri -> new Link(words.say("foot.imprint"), uri.toString()));
        Optional<Link> privacy = options.privacy().map(uri -> new Link(words.say("foot.privacy"), uri.toString()));
        return Stream.of(imprint, privacy).flatMap(Optional::stream).toList();
    }
}
