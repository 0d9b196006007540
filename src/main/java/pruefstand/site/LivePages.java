package pruefstand.site;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import pruefstand.text.Messages;

/** Pages that only {@code serve} has, in the look of the site. Safe to share. */
public final class LivePages {

    private final SiteOptions options;
    private final Map<Locale, Words> words;
    private final Renderer renderer;
    private final ZoneId zone;
    private final SiteFiles files;

    /**
     * For a site that is served.
     *
     * @param served whether the site has a file at an address from its root
     * @param zone of whoever reads
     * @throws pruefstand.text.Refusal if wordings are missing
     */
    public LivePages(SiteOptions options, Predicate<String> served, ZoneId zone) {
        this.options = options.asServed();
        this.words = Pages.inOrder(Words.LANGUAGES.stream().map(locale -> Words.read(options.home(), locale)).toList());
        this.renderer = new Renderer(options.home(), words);
        this.zone = zone;
        this.files = served::test;
    }

    /** Tags of the languages that there are pages in; the first is for readers of none of them. */
    public static List<String> languages() {
        return Words.LANGUAGES.stream().map(Locale::getLanguage).toList();
    }

    /**
     * A page as HTML.
     *
     * @param language one of {@link #languages()}
     * @param address where it is shown, from the root, starting with the language
     */
    public String render(String language, String address, LivePage page) {
        Words in = in(language);
        Links links = new Links(address, language, files, _ -> { });
        String template = template(page);
        Frame frame = new Frames(options, in, links, () -> "").frame(in.say(title(page)), in.say(description(page)));
        return renderer.render(new Page(address, template, in.locale(), (_, _) -> page), new LiveView(frame, content(page, in, links)));
    }

    /** What goes on, in a language. */
    public LiveText text(String language, LiveState state) {
        Words in = in(language);
        return new LiveTexts(in, Messages.in(in.locale()), zone).of(state);
    }

    private Words in(String language) {
        return Optional.ofNullable(words.get(Locale.of(language)))
                .orElseThrow(() -> new IllegalArgumentException("no pages in " + language));
    }

    private Object content(LivePage page, Words in, Links links) {
        return switch (page) {
            case LivePage.Live(LiveState state) -> text(in.language(), state);
            case LivePage.Form form -> new FormPage(in, Messages.in(in.locale()), new Quotes(in, links, options.publishing())).view(form);
            case LivePage.Added(var written) -> AddedView.of(written, in, links);
            case LivePage.Found found -> FoundView.of(found, in, links);
            case LivePage.Problem(var kind, String detail) -> new ProblemView(in.say(title(page)), in.say("problem." + kind.id()), detail, links.start());
        };
    }

    private static String template(LivePage page) {
        return switch (page) {
            case LivePage.Live _ -> "live";
            case LivePage.Form _ -> "add";
            case LivePage.Added _ -> "added";
            case LivePage.Found _ -> "found";
            case LivePage.Problem _ -> "problem";
        };
    }

    private static String title(LivePage page) {
        return switch (page) {
            case LivePage.Live _ -> "live.title";
            case LivePage.Form _ -> "add.title";
            case LivePage.Added _ -> "added.title";
            case LivePage.Found _ -> "search.title";
            case LivePage.Problem(var kind, var _) -> "problem." + kind.id() + ".title";
        };
    }

    private static String description(LivePage page) {
        return switch (page) {
            case LivePage.Live _ -> "live.description";
            case LivePage.Form _, LivePage.Added _ -> "add.description";
            case LivePage.Found _ -> "search.description";
            case LivePage.Problem(var kind, var _) -> "problem." + kind.id();
        };
    }
}
