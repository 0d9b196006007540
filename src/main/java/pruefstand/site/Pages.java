package pruefstand.site;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.record.RunRecord;
import pruefstand.site.feed.Feed;
import pruefstand.site.feed.Sitemap;
import pruefstand.task.Task;

/** Lists all pages of the site, each with how its view is made. */
final class Pages {

    private final Site site;
    private final SiteOptions options;
    private final Map<Locale, Words> words;
    private final Results results;
    private final Map<Locale, Supplier<String>> newest;
    private final Map<Locale, ColumnSets> sets;
    private final Shared shared;
    private final Supplier<Integer> pagesOfCharts;

    Pages(Site site, SiteOptions options, Map<Locale, Words> words, Halves halves) {
        this.site = site;
        this.options = options;
        this.words = words;
        this.results = new Results(site);
        this.newest = words.values().stream().collect(Collectors.toMap(Words::locale, in -> Lazy.of(() ->
                halves.of("newest/" + in.language(), String.class, () -> newest(site).map(in::date).orElse("")))));
        this.sets = words.values().stream().collect(Collectors.toMap(Words::locale, in -> new ColumnSets(site, results, in, halves)));
        this.shared = new Shared(halves, Lazy.of(() -> Card.read(options.home())), Lazy.of(this::pairs), sets, new ConcurrentHashMap<>(),
                Lazy.of(() -> Glossary.read(options.home())), Lazy.of(() -> Shared.schemas(options.home())));
        this.pagesOfCharts = Lazy.of(() -> words.values().stream().mapToInt(in ->
                new ChartsPage(desk(Addresses.charts(in.language()), in, SiteFiles.NONE, _ -> { }), 1).pages()).max().orElse(1));
    }

    /** What can be found on them. */
    SearchedTexts searched() {
        return new SearchedTexts(site, shared.glossary(), shared.halves(), options, words);
    }

    /** Every page, in a fixed order. */
    List<Page> all() {
        return Stream.concat(words.values().stream().flatMap(this::inLanguage), doors()).toList();
    }

    /** Those that show reviews of some models; only what they show is made. */
    List<Page> showing(Set<String> models) {
        return words.values().stream().flatMap(in -> written(in, showing -> showing.shows(models))).toList();
    }

    /** Whether these are all: only that of the map comes and goes with reviews. */
    boolean areOn(SiteFiles site) {
        return words.values().stream().allMatch(in -> map(in).findAny().isPresent() == site.has(Addresses.map(in.language())));
    }

    private Stream<Page> inLanguage(Words words) {
        return Stream.concat(written(words, _ -> true), measured(words));
    }

    /** The pages that show reviews, or count them, as far as they are asked for. */
    private Stream<Page> written(Words words, Predicate<Showing> asked) {
        String language = words.language();
        Stream<Page> fixed = Stream.of(
                page(Addresses.start(language), "start", words, desk -> new StartPage(desk).view()).with(Showing.EVERYBODY),
                page(Addresses.about(language), "about", words, desk -> new AboutPage(desk).view()).with(Showing.EVERYBODY));
        Stream<Page> models = shown(asked).map(model ->
                page(Addresses.model(language, model.name()), "model", words, desk -> new ModelPage(desk, model).view()).with(Showing.of(model)));
        Stream<Page> families = shownFamilies(asked).map(family ->
                page(Addresses.family(language, family), "family", words, desk -> new FamilyPage(desk, family).view())
                        .with(Showing.of(site.family(family))));
        Stream<Page> lists = IntStream.rangeClosed(1, ListPage.pages(site.models().size())).mapToObj(number ->
                page(Addresses.models(language, number), "list", words, desk -> new ListPage(desk).models(number))
                        .with(Showing.of(ListPage.on(number, sets(words).byName()))));
        return Stream.of(fixed, lists, map(words), models, families).flatMap(Function.identity()).filter(page -> asked.test(page.showing()));
    }

    /** Asked before addresses are made, which takes longer. */
    private Stream<String> shownFamilies(Predicate<Showing> asked) {
        return site.families().stream().filter(family -> asked.test(Showing.of(site.family(family))));
    }

    /** The same of models. */
    private Stream<SiteModel> shown(Predicate<Showing> asked) {
        return site.models().stream().filter(model -> asked.test(Showing.of(model)));
    }

    /** The others. */
    private Stream<Page> measured(Words words) {
        String language = words.language();
        Stream<Page> fixed = Stream.of(
                page(Addresses.tasks(language), "list", words, desk -> new ListPage(desk).tasks()),
                page(Addresses.method(language), "method", words, desk -> new MethodPage(desk).view()),
                page(Addresses.compare(language), "compare-any", words, desk -> new CompareListPage(desk).view()),
                page(Addresses.glossary(language), "glossary", words, desk -> new GlossaryPage(desk).view()),
                page(Addresses.search(language), "search", words, desk -> new SearchPage(desk).view()));
        Stream<Page> modelCharts = site.models().stream().filter(ModelCharts::mayHave).flatMap(model -> modelCharts(model, words));
        Stream<Page> pairs = shared.pairs().get().values().stream().flatMap(List::stream).map(pair ->
                page(Addresses.compare(language, pair), "compare", words, desk -> new ComparePage(desk, pair).view()));
        return Stream.of(fixed, charts(words), modelCharts, pairs, nights(words), site.tasks().stream().flatMap(task -> task(task, words)),
                boards().flatMap(kind -> board(kind, words))).flatMap(Function.identity());
    }

    private Stream<Page> charts(Words words) {
        return IntStream.rangeClosed(1, pagesOfCharts.get()).mapToObj(number -> page(Addresses.charts(words.language(), number), "charts", words,
                desk -> new ChartsPage(desk, number).view()));
    }

    private Stream<Page> map(Words words) {
        return new ReviewMap(desk("", words, SiteFiles.NONE, _ -> { })).isThere()
                ? Stream.of(page(Addresses.map(words.language()), "map", words, desk -> new ReviewMap(desk).view()).with(Showing.EVERYBODY))
                : Stream.empty();
    }

    private Stream<Page> modelCharts(SiteModel model, Words words) {
        int pages = new ModelCharts(desk("", words, SiteFiles.NONE, _ -> { }), model).pages();
        return IntStream.rangeClosed(1, pages).mapToObj(number -> page(Addresses.modelCharts(words.language(), model.name(), number),
                "charts", words, desk -> new ModelCharts(desk, model).page(number)));
    }

    private Stream<Page> nights(Words words) {
        Stream<Page> list = results.nights().isEmpty() ? Stream.empty()
                : Stream.of(page(Addresses.nights(words.language()), "list", words, desk -> new ListPage(desk).nights()));
        return Stream.concat(list, results.nights().stream().map(night ->
                page(Addresses.night(words.language(), night), "night", words, desk -> new NightPage(desk, night).view())));
    }

    /** Boards that are linked to: those of the two main kinds always, that they can say that there is nothing yet. */
    private Stream<BoardKind> boards() {
        return Arrays.stream(BoardKind.values()).filter(kind -> kind == BoardKind.LANGUAGE_MODELS || kind == BoardKind.EMBEDDING_MODELS
                || !kind.models(site).isEmpty());
    }

    /** The same in every language: in the order of the first. */
    private Map<BoardKind, List<Pair>> pairs() {
        Words first = words.values().iterator().next();
        Map<BoardKind, List<Pair>> pairs = new EnumMap<>(BoardKind.class);
        boards().forEach(kind -> pairs.put(kind, new Pairs(results).of(kind, sets(first))));
        return pairs;
    }

    private Stream<Page> board(BoardKind kind, Words words) {
        return pages(sets(words).of(kind), results.members(kind), (set, number) -> page(
                Addresses.board(words.language(), kind, set, number), "board", words, desk -> new BoardPage(desk, kind, set, number).view()));
    }

    private Stream<Page> task(Task task, Words words) {
        return pages(sets(words).of(task), results.members(task), (set, number) -> page(
                Addresses.task(words.language(), task.name(), set, number), "task", words, desk -> new TaskPage(desk, task, set, number).view()));
    }

    private static Stream<Page> pages(List<ColumnSet> sets, Members members, BiFunction<String, Integer, Page> page) {
        return sets.stream().flatMap(set -> IntStream.rangeClosed(1, members.pages()).mapToObj(number -> page.apply(set.id(), number)));
    }

    private ColumnSets sets(Words words) {
        return sets.get(words.locale());
    }

    /** The files beside the pages, in a fixed order. */
    List<SiteFile> files() {
        Words first = words.values().iterator().next();
        Stream<SiteFile> api = Stream.of(SiteFile.ofRows(Addresses.API,
                _ -> to -> new Api(desk(Addresses.API, first, SiteFiles.NONE, _ -> { })).index(boards().toList(), to)));
        Stream<SiteFile> schemas = Stream.of(Addresses.SCHEMA, Addresses.RECORD_SCHEMA).map(address -> new SiteFile(address, _ -> shared.schemas().get().get(address)));
        Stream<SiteFile> followed = options.baseUrl().stream().flatMap(base -> followed(Frames.absolute(base.toString(), "")));
        return Stream.of(writtenFiles(_ -> true), boards().flatMap(this::files), site.tasks().stream().flatMap(this::files), api, schemas, followed)
                .flatMap(files -> files).toList();
    }

    /** Those of them that hold reviews of some models; only what they show is made. */
    List<SiteFile> filesShowing(Set<String> models) {
        return writtenFiles(showing -> showing.shows(models)).toList();
    }

    private Stream<SiteFile> writtenFiles(Predicate<Showing> asked) {
        Api api = new Api(desk(Addresses.API, words.values().iterator().next(), SiteFiles.NONE, _ -> { }));
        Stream<SiteFile> models = shown(asked).map(model -> new SiteFile(Addresses.modelJson(model.name()), _ -> api.model(model)).with(Showing.of(model)));
        return Stream.concat(models, options.baseUrl().stream().flatMap(base -> feeds(Frames.absolute(base.toString(), ""), asked)))
                .filter(file -> asked.test(file.showing()));
    }

    private Stream<SiteFile> feeds(String base, Predicate<Showing> asked) {
        return words.values().stream().flatMap(in -> Stream.concat(
                Stream.of(feed(Addresses.feed(in.language(), "reviews"), in, base, Feeds::reviews).with(Showing.EVERYBODY)), shown(asked)
                        .map(model -> feed(Addresses.modelFeed(in.language(), model.name()), in, base, feed -> feed.of(model)).with(Showing.of(model)))));
    }

    /** The feed of the results and the sitemap, which name whole addresses. */
    private Stream<SiteFile> followed(String base) {
        Stream<SiteFile> results = words.values().stream().map(in -> feed(Addresses.feed(in.language(), "results"), in, base, Feeds::results));
        return Stream.concat(results, sitemap(base));
    }

    private SiteFile feed(String address, Words in, String base, Function<Feeds, Feed> made) {
        return new SiteFile(address, files -> made.apply(new Feeds(desk(address, in, files, _ -> { }), base)).xml());
    }

    private Stream<SiteFile> sitemap(String base) {
        List<String> pages = words.values().stream().flatMap(this::inLanguage).map(page -> base + page.address()).toList();
        int count = Sitemap.files(pages.size());
        if (count == 1) {
            return Stream.of(new SiteFile(Addresses.SITEMAP, _ -> Sitemap.pages(pages, 0)));
        }
        List<String> parts = IntStream.range(0, count).mapToObj(i -> "sitemap-" + (i + 1) + ".xml").toList();
        return Stream.concat(Stream.of(new SiteFile(Addresses.SITEMAP, _ -> Sitemap.list(parts.stream().map(base::concat).toList()))),
                IntStream.range(0, count).mapToObj(i -> new SiteFile(parts.get(i), _ -> Sitemap.pages(pages, i))));
    }

    private Stream<SiteFile> files(BoardKind kind) {
        Members members = results.members(kind);
        Stream<SiteFile> data = words.values().stream().map(in -> SiteFile.ofRows(Addresses.boardData(in.language(), kind),
                files -> new BoardData(desk(Addresses.boardData(in.language(), kind), in, files, _ -> { }), sets(in).of(kind), members)::script));
        return Stream.concat(data, tables(() -> TableRows.of(results, words.values().stream().flatMap(in -> sets(in).of(kind).stream()).toList(), members),
                format -> Addresses.boardTable(kind, format)));
    }

    private Stream<SiteFile> files(Task task) {
        return Stream.concat(data(task), tables(() -> TableRows.of(results, words.values().stream().flatMap(in -> sets(in).of(task).stream()).toList(),
                results.members(task)), format -> Addresses.taskTable(task.name(), format)));
    }

    /** For tables of more than one page. */
    private Stream<SiteFile> data(Task task) {
        Members members = results.members(task);
        return members.pages() == 1 ? Stream.empty() : words.values().stream().map(in -> {
            String address = Addresses.taskData(in.language(), task.name());
            return SiteFile.ofRows(address, files -> new BoardData(desk(address, in, files, _ -> { }), sets(in).of(task), members)::script);
        });
    }

    private static Stream<SiteFile> tables(Supplier<TableRows> rows, UnaryOperator<String> address) {
        return Stream.of(SiteFile.ofRows(address.apply("json"), _ -> rows.get()::json), SiteFile.ofRows(address.apply("csv"), _ -> rows.get()::csv));
    }

    private Page page(String address, String template, Words words, Function<Desk, Object> view) {
        return new Page(address, template, words.locale(), (files, broken) -> view.apply(desk(address, words, files, broken)));
    }

    private Desk desk(String address, Words words, SiteFiles files, Consumer<String> broken) {
        Links links = new Links(address, words.language(), files, broken);
        return new Desk(site, results, words, links, new Frames(options, words, links, newest.get(words.locale())),
                options.publishing(), shared);
    }

    private static Optional<Instant> newest(Site site) {
        return site.models().stream().flatMap(model -> model.runs().stream()).map(RunRecord::started)
                .max(Comparator.naturalOrder());
    }

    private Stream<Page> doors() {
        return Stream.of(new Page("index.html", "chooser", Locale.ROOT, (_, _) -> door()),
                new Page("404.html", "missing", Locale.ROOT, this::missing));
    }

    /** The page for wrong addresses is shown at any depth, so that its links must not be relative where that can be helped. */
    private String baseUrl() {
        return options.baseUrl().map(base -> Frames.absolute(base.toString(), "")).orElse("");
    }

    private MissingView missing(SiteFiles files, Consumer<String> broken) {
        return new MissingView(baseUrl(), options.demonstration(), words.values().stream().map(in -> MissingView.Room.of(in, new Frames(options, in,
                new Links("404.html", baseUrl(), in.language(), files, broken), newest.get(in.locale())))).toList());
    }

    private DoorView door() {
        return new DoorView("", options.demonstration(), words.values().stream().map(in -> new DoorView.Room(in.language(),
                in.locale().getDisplayLanguage(in.locale()), Addresses.start(in.language()), in.say(options.title()),
                in.say("chooser.text"), in.say("demonstration"))).toList());
    }

    static Map<Locale, Words> inOrder(List<Words> words) {
        Map<Locale, Words> ordered = new LinkedHashMap<>();
        words.forEach(each -> ordered.put(each.locale(), each));
        return ordered;
    }
}
