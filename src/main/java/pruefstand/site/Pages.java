package pruefstand.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import pruefstand.record.RunRecord;

/** Lists all pages of the site, each with how its view is made. */
final class Pages {

    private final Site site;
    private final SiteOptions options;
    private final Map<Locale, Words> words;
    private final Results results;
    private final Optional<Instant> newest;
    private final Glossary glossary;

    Pages(Site site, SiteOptions options, Map<Locale, Words> words) {
        this.site = site;
        this.options = options;
        this.words = words;
        this.results = new Results(site);
        this.newest = newest(site);
        this.glossary = Glossary.read(options.home());
    }

    /** The terms that pages explain. */
    Glossary glossary() {
        return glossary;
    }

    /** Every page, in a fixed order. */
    List<Page> all() {
        return Stream.concat(words.values().stream().flatMap(this::inLanguage), doors()).toList();
    }

    private Stream<Page> inLanguage(Words words) {
        String language = words.language();
        Stream<Page> fixed = Stream.of(
                page(Addresses.start(language), "start", words, desk -> new StartPage(desk).view()),
                page(Addresses.models(language), "list", words, desk -> new ListPage(desk).models()),
                page(Addresses.tasks(language), "list", words, desk -> new ListPage(desk).tasks()),
                page(Addresses.method(language), "method", words, desk -> new MethodPage(desk).view()),
                page(Addresses.charts(language), "charts", words, desk -> new ChartsPage(desk).view()),
                page(Addresses.glossary(language), "glossary", words, desk -> new GlossaryPage(desk).view()),
                page(Addresses.search(language), "search", words, desk -> new SearchPage(desk).view()));
        Stream<Page> models = site.models().stream().map(model ->
                page(Addresses.model(language, model.name()), "model", words, desk -> new ModelPage(desk, model).view()));
        Stream<Page> tasks = site.tasks().stream().map(task ->
                page(Addresses.task(language, task.name()), "task", words, desk -> new TaskPage(desk, task).view()));
        return Stream.of(fixed, models, tasks).flatMap(Function.identity());
    }

    private Page page(String address, String template, Words words, Function<Desk, Object> view) {
        return new Page(address, template, words.locale(), (files, broken) -> view.apply(desk(address, words, files, broken)));
    }

    private Desk desk(String address, Words words, Set<String> files, Consumer<String> broken) {
        Links links = new Links(address, words.language(), files, broken);
        return new Desk(site, results, words, links, new Frames(options, words, links, newest.map(words::date).orElse("")),
                options.publishing(), glossary);
    }

    private static Optional<Instant> newest(Site site) {
        return site.models().stream().flatMap(model -> model.runs().stream()).map(RunRecord::started)
                .max(Comparator.naturalOrder());
    }

    private Stream<Page> doors() {
        return Stream.of(new Page("index.html", "chooser", Locale.ROOT, (_, _) -> door("", "chooser.text")),
                new Page("404.html", "missing", Locale.ROOT, (_, _) -> door(baseUrl(), "missing.text")));
    }

    /** The page for wrong addresses is shown at any depth, so that its links must not be relative where that can be helped. */
    private String baseUrl() {
        return options.baseUrl().map(base -> Frames.absolute(base.toString(), "")).orElse("");
    }

    private DoorView door(String root, String key) {
        return new DoorView(root, options.demonstration(), words.values().stream().map(in -> new DoorView.Room(in.language(),
                in.locale().getDisplayLanguage(in.locale()), root + Addresses.start(in.language()), in.say(options.title()),
                in.say(key), in.say("demonstration"))).toList());
    }

    static Map<Locale, Words> inOrder(List<Words> words) {
        Map<Locale, Words> ordered = new LinkedHashMap<>();
        words.forEach(each -> ordered.put(each.locale(), each));
        return ordered;
    }
}
