package pruefstand.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes what stands around the content of pages.
 *
 * @param options how the site is built
 * @param words of the page
 * @param links from the page
 * @param state day of the newest record; empty text without records
 */
record Frames(SiteOptions options, Words words, Links links, Supplier<String> state) {

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
                alternates(), sections(), search(), options.demonstration(), imprint(),
                options.version(), state.get(), options.served(), more(), feeds(), List.of());
    }

    /** Feeds of the whole site; none without an address under which it stands. */
    List<Link> feeds() {
        return options.baseUrl().isEmpty() ? List.of() : Stream.of("reviews", "results").map(name -> new Link(
                words.say("feed." + name, words.say(options.title())), links.to(Addresses.feed(words.language(), name)))).toList();
    }

    /** The address of a file for those who read a page elsewhere; where that is not known, from the page. */
    String absolute(String file) {
        return options.baseUrl().map(base -> absolute(base.toString(), file)).orElseGet(() -> links.to(file));
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

    /** The main pages, and the one that searches. */
    List<Frame.Section> ways() {
        return Stream.concat(sections().stream(), Stream.of(search())).toList();
    }

    private Frame.Section search() {
        return section("search.title", Addresses.search(words.language()));
    }

    private List<Frame.Section> sections() {
        return Stream.concat(ofSite(), options.served() ? ofServer() : Stream.empty()).toList();
    }

    private Stream<Frame.Section> ofServer() {
        return Stream.of(served("nav.live", Addresses.live(words.language())), served("nav.add", Addresses.add(words.language())));
    }

    /** It is no file of the site. */
    private Frame.Section served(String key, String address) {
        return new Frame.Section(words.say(key), links.root() + address, address.equals(links.from()));
    }

    private Stream<Frame.Section> ofSite() {
        Stream<Frame.Section> boards = Arrays.stream(BoardKind.values())
                .filter(this::isThere).filter(kind -> kind != BoardKind.MASKED_MODELS).map(kind -> section("start." + kind.id(), Addresses.board(words.language(), kind, ColumnSet.OVERVIEW, 1)));
        return Stream.of(Stream.of(section("nav.start", Addresses.start(words.language()))), boards, Stream.of(
                section("nav.models", Addresses.models(words.language())),
                section("nav.tasks", Addresses.tasks(words.language())),
                section("nav.charts", Addresses.charts(words.language())),
                section("nav.method", Addresses.method(words.language())))).flatMap(sections -> sections);
    }

    private Frame.Section section(String key, String address) {
        return new Frame.Section(words.say(key), links.to(address), address.equals(links.from()));
    }

    private boolean isThere(BoardKind kind) {
        return links.files().has(Addresses.board(words.language(), kind, ColumnSet.OVERVIEW, 1));
    }

    /** What is asked for less often. */
    private List<Link> more() {
        String language = words.language();
        Stream<Link> masked = Stream.of(BoardKind.MASKED_MODELS).filter(this::isThere).map(kind -> new Link(words.say("start." + kind.id()),
                links.to(Addresses.board(language, kind, ColumnSet.OVERVIEW, 1))));
        Stream<Link> map = links.files().has(Addresses.map(language))
                ? Stream.of(new Link(words.say("map.title"), links.to(Addresses.map(language)))) : Stream.empty();
        Stream<Link> nights = links.files().has(Addresses.nights(language))
                ? Stream.of(new Link(words.say("nights.title"), links.to(Addresses.nights(language)))) : Stream.empty();
        return Stream.of(masked, Stream.of(new Link(words.say("nav.glossary"), links.to(Addresses.glossary(language))),
                new Link(words.say("compare.title"), links.to(Addresses.compare(language)))), map, nights,
                Stream.of(new Link(words.say("about.title"), links.to(Addresses.about(language)))), feeds().stream()).flatMap(more -> more).toList();
    }

    /** The feed of a model; none without an address under which the site stands. */
    List<Link> feed(String model) {
        return options.baseUrl().isEmpty() ? List.of()
                : List.of(new Link(model, links.to(Addresses.modelFeed(words.language(), model))));
    }

    private List<Link> imprint() {
        Optional<Link> imprint = options.imprint().map(uri -> new Link(words.say("foot.imprint"), uri.toString()));
        Optional<Link> privacy = options.privacy().map(uri -> new Link(words.say("foot.privacy"), uri.toString()));
        return Stream.of(imprint, privacy).flatMap(Optional::stream).toList();
    }
}
