package pruefstand.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.metric.TieGroups;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.text.Slug;

/**
 * What the boards show in one language; found once, since every page asks. Divides the columns of a board into sets that fit on a page: an overview first, then the rest by what it says, and one set for each
 * class of machines, since machines are never mixed in a column.
 */
final class ColumnSets {

    /** An overview shows so many columns of one thing. */
    private static final int FEW = 2;

    private final Site site;
    private final Results results;
    private final Words words;
    private final Halves halves;
    private final ColumnChoice choice;
    private final Heads heads;
    private final Map<BoardKind, List<ColumnSet>> ofBoards = new ConcurrentHashMap<>();
    private final Map<String, List<ColumnSet>> ofTasks = new ConcurrentHashMap<>();
    private final Map<List<String>, List<Column.OfMetric>> measured = new ConcurrentHashMap<>();
    private final Map<String, List<SiteModel>> orders = new ConcurrentHashMap<>();

    ColumnSets(Site site, Results results, Words words, Halves halves) {
        this.site = site;
        this.results = results;
        this.words = words;
        this.halves = halves;
        this.choice = new ColumnChoice(site, results, words);
        this.heads = new Heads(site, words);
    }

    Site site() {
        return site;
    }

    Results results() {
        return results;
    }

    Words words() {
        return words;
    }

    Heads heads() {
        return heads;
    }

    ColumnChoice choice() {
        return choice;
    }

    /** Columns of all that a model can be measured by, on the machines of two runs: that of speeds, and that of searches. */
    List<Column.OfMetric> measured(Optional<RunRecord> speed, Optional<RunRecord> search) {
        List<String> machines = Stream.of(speed, search).map(run -> run.map(of -> of.host().hostClass()).orElse("")).toList();
        return measured.computeIfAbsent(machines, _ -> Stream.of(choice.languageModels(speed), choice.askedModels(),
                choice.embeddingModels(Optional.empty()), choice.rerankers(search), choice.maskedModels())
                .flatMap(List::stream).flatMap(group -> group.columns().stream())
                .flatMap(column -> column instanceof Column.OfMetric of ? Stream.of(of) : Stream.<Column.OfMetric>empty()).distinct().toList());
    }

    /** The overview first; only sets that have a column. */
    List<ColumnSet> of(BoardKind board) {
        return ofBoards.computeIfAbsent(board, this::make);
    }

    private List<ColumnSet> make(BoardKind board) {
        Stream<ColumnSet> sets = switch (board) {
            case LANGUAGE_MODELS -> languageModels();
            case EMBEDDING_MODELS -> embeddingModels();
            case RERANKERS -> rerankers();
            case MASKED_MODELS -> Stream.of(set(ColumnSet.OVERVIEW, choice.maskedModels(), List.of()));
        };
        Members members = results.members(board);
        return sets.map(set -> set.with(column -> !(column instanceof Column.OfMetric) || members.models().isEmpty() || isRead(members, column)))
                .filter(set -> set.isOverview() || set.main().isPresent() || set.columns().anyMatch(ColumnSets::isSpecial)).toList();
    }

    /** A task may have been run by models of another board only. */
    private boolean isRead(Members members, Column column) {
        return members.models().stream().anyMatch(model -> members.variants(model).stream()
                .anyMatch(variant -> !(results.read(model, variant, column) instanceof Reading.Missing)));
    }

    private static boolean isSpecial(Column column) {
        return column instanceof Column.Overall || column instanceof Column.Memory;
    }

    /** One set, or where time counts one for each class of machines. */
    List<ColumnSet> of(Task task) {
        return ofTasks.computeIfAbsent(task.name(), _ -> make(task));
    }

    /** All models, as readers of the language look for them. */
    List<SiteModel> byName() {
        return orders.computeIfAbsent("", _ -> {
            Map<String, SiteModel> models = site.models().stream().collect(Collectors.toMap(SiteModel::name, Function.identity()));
            return halves.of("order/" + words.language(), InOrder.class, () -> InOrder.of(site.models().stream().sorted(byEye()))).names.stream()
                    .map(models::get).toList();
        });
    }

    /** Names of all models, as readers look for them: no review changes that. */
    private record InOrder(List<String> names) {

        static InOrder of(Stream<SiteModel> models) {
            return new InOrder(models.map(SiteModel::name).toList());
        }
    }

    private Comparator<SiteModel> byEye() {
        return Comparator.comparing(SiteModel::name, words.formats().order());
    }

    /** The models of a board by the best value of the leading column; those without one last, by name. */
    List<SiteModel> ordered(Members members, ColumnSet set) {
        return orders.computeIfAbsent(members.id() + " " + set.leading().map(Column::id).orElse(""), _ -> order(members, set));
    }

    private List<SiteModel> order(Members members, ColumnSet set) {
        Comparator<SiteModel> byName = byEye();
        Optional<Column> leading = set.leading();
        if (leading.isEmpty()) {
            return members.models().stream().sorted(byName).toList();
        }
        Map<SiteModel, Double> best = new IdentityHashMap<>();
        members.models().forEach(model -> best.put(model, members.variants(model).stream()
                .mapToDouble(variant -> key(results.read(model, variant, leading.get()))).min().orElse(Double.POSITIVE_INFINITY)));
        return members.models().stream().sorted(Comparator.<SiteModel>comparingDouble(best::get).thenComparing(byName)).toList();
    }

    /** Less is better; what has no number comes last. */
    static double key(Reading reading) {
        return switch (reading) {
            case Reading.Measured(var _, var estimate) -> estimate.higherIsBetter() ? -estimate.value() : estimate.value();
            case Reading.Stands(var standing) -> -standing.borda();
            case Reading.Ranked(int rank) -> rank;
            case Reading.Exact(var _, long value) -> value;
            case Reading.Failed _, Reading.Missing _ -> Double.POSITIVE_INFINITY;
        };
    }

    private List<ColumnSet> make(Task task) {
        List<RunRecord> hosts = task.definition().isTimed() ? results.hosts(Stream.of(task)) : List.of();
        if (hosts.isEmpty()) {
            List<ColumnGroup> groups = choice.task(task, Optional.empty());
            List<String> notes = new ArrayList<>();
            return List.of(set(ColumnSet.OVERVIEW, ranked(groups, notes), notes));
        }
        return IntStream.range(0, hosts.size()).mapToObj(i -> new ColumnSet(i == 0 ? ColumnSet.OVERVIEW : speedOn(hosts.get(i)),
                words.host(hosts.get(i).host()), choice.task(task, Optional.of(hosts.get(i))), List.of())).toList();
    }

    private ColumnSet set(String id, List<ColumnGroup> groups, List<String> notes) {
        return new ColumnSet(id, words.say("set." + id), groups, notes);
    }

    private static String speedOn(RunRecord host) {
        return "on-" + Slug.of(host.host().hostClass());
    }

    /** With the ranks by the first column, where its models can be told apart. */
    private List<ColumnGroup> ranked(List<ColumnGroup> groups, List<String> notes) {
        Optional<Column.OfMetric> by = new ColumnSet("", "", groups, List.of()).main().filter(of -> of.hostClass().isEmpty());
        if (by.isEmpty()) {
            return groups;
        }
        Standings.OfOneTask ranks = results.ranks(by.get());
        if (ranks.areShown()) {
            notes.add(words.say("board.notes.rank"));
            return Stream.concat(Stream.of(ColumnGroup.of(new Column.Rank(by.get()))), groups.stream()).toList();
        }
        if (ranks.items() > 0) {
            notes.add(words.say("board.notes.no_rank", ranks.items(), TieGroups.FEWEST_ITEMS));
        }
        return groups;
    }

    private Stream<ColumnSet> languageModels() {
        List<RunRecord> hosts = results.hosts(TaskKind.SPEED);
        Stream<ColumnSet> fixed = Stream.of(languageOverview(hosts.stream().findFirst()),
                set("quality", withSize(choice.predictions()), List.of(words.say("board.notes.bits"), words.say("board.notes.perplexity"))),
                set("answers", withSize(choice.answers()), List.of()));
        return Stream.concat(fixed, hosts.stream().map(host -> new ColumnSet(speedOn(host),
                words.say("set.speed", words.host(host.host())), withSize(choice.speed(host)), memory(TaskKind.SPEED, host))));
    }

    private ColumnSet languageOverview(Optional<RunRecord> host) {
        List<String> notes = new ArrayList<>(List.of(words.say("board.notes.bits")));
        List<ColumnGroup> groups = new ArrayList<>(ranked(List.of(choice.predictions().getFirst().first(FEW)), notes));
        groups.add(ColumnGroup.of(new Column.Size(), new Column.Parameters()));
        host.ifPresent(run -> {
            choice.speed(run).stream().filter(group -> group.columns().stream().noneMatch(ColumnSets::isRoofline))
                    .forEach(group -> groups.add(oneLength(group)));
            notes.add(words.say("board.notes.host", words.host(run.host())));
            notes.addAll(memory(TaskKind.SPEED, run));
        });
        return set(ColumnSet.OVERVIEW, groups, notes);
    }

    /** Of several lengths of one metric the first. */
    private static ColumnGroup oneLength(ColumnGroup group) {
        List<Column> kept = new ArrayList<>();
        for (Column column : group.columns()) {
            boolean another = kept.stream().anyMatch(other -> other instanceof Column.OfMetric(var _, var metric, var _, var _)
                    && column instanceof Column.OfMetric of && of.metric().equals(metric));
            if (!another) {
                kept.add(column);
            }
        }
        return new ColumnGroup(group.title(), group.unit(), group.anchor(), kept);
    }

    private static boolean isRoofline(Column column) {
        return column instanceof Column.OfMetric of && of.metric().equals(Metric.ROOFLINE_SHARE);
    }

    private Stream<ColumnSet> embeddingModels() {
        List<Task> own = ColumnChoice.vectorKinds().flatMap(choice::inOwnLanguage).filter(task -> results.current(task).findAny().isPresent()).toList();
        List<String> languages = ColumnChoice.vectorKinds().flatMap(site::usual).flatMap(task -> task.definition().languages().stream())
                .distinct().sorted().toList();
        Stream<ColumnSet> byLanguage = languages.stream().map(language -> new ColumnSet("in-" + Slug.of(language),
                words.formats().language(language), withSize(choice.vectors(language)), List.of()));
        return Stream.of(Stream.of(embeddingOverview(own)), byLanguage, Stream.of(needs(own))).flatMap(sets -> sets);
    }

    private ColumnSet embeddingOverview(List<Task> own) {
        List<String> names = own.stream().map(Task::name).toList();
        Standings.OfSeveral standings = results.standings(names);
        List<ColumnGroup> groups = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (standings.areShown()) {
            Stream<Column.Figure> figures = Stream.of(Column.Figure.RANK, Column.Figure.BORDA)
                    .filter(figure -> figure != Column.Figure.RANK || standings.haveRanks());
            groups.add(new ColumnGroup("", "", "", figures.<Column>map(figure -> new Column.Overall(figure, words.language(), names)).toList()));
            notes.add(words.say("overall.notes.how", own.size()));
            notes.add(standings.haveRanks() ? words.say("overall.notes.rank")
                    : words.say("overall.notes.no_rank", standings.items(), TieGroups.FEWEST_ITEMS));
        }
        groups.add(ColumnGroup.of(new Column.Size()));
        choice.mainVectors().forEach(group -> groups.add(group.first(1)));
        return set(ColumnSet.OVERVIEW, groups, notes);
    }

    /** Means over the tasks, and what the models need. */
    private ColumnSet needs(List<Task> own) {
        List<String> names = own.stream().map(Task::name).toList();
        List<ColumnGroup> groups = new ArrayList<>();
        if (results.standings(names).areShown()) {
            groups.add(new ColumnGroup(words.say("set.all_tasks"), "", "ranks", Stream.of(Column.Figure.BORDA, Column.Figure.MEAN,
                    Column.Figure.MEAN_OF_KINDS).<Column>map(figure -> new Column.Overall(figure, words.language(), names)).toList()));
        }
        groups.add(ColumnGroup.of(new Column.Size(), new Column.Parameters(), new Column.Dimension()));
        List<RunRecord> hosts = results.hosts(TaskKind.STS);
        hosts.forEach(host -> groups.add(choice.memory(TaskKind.STS, host)));
        return set("needs", groups, hosts.stream().flatMap(host -> Stream.concat(Stream.of(
                words.say("board.notes.memory_host", words.host(host.host()))), memory(TaskKind.STS, host).stream())).toList());
    }

    private Stream<ColumnSet> rerankers() {
        List<RunRecord> hosts = results.hosts(site.tasks(TaskKind.RETRIEVAL).filter(task -> task.definition().isTimed()));
        List<String> notes = hosts.stream().limit(1).map(run -> words.say("board.notes.time_host", words.host(run.host()))).toList();
        return Stream.concat(Stream.of(set(ColumnSet.OVERVIEW, choice.rerankers(hosts.stream().findFirst()), notes)),
                hosts.stream().skip(1).map(host -> new ColumnSet(speedOn(host), words.say("set.speed", words.host(host.host())),
                        choice.rerankers(Optional.of(host)), List.of(words.say("board.notes.time_host", words.host(host.host()))))));
    }

    private static List<ColumnGroup> withSize(List<ColumnGroup> groups) {
        return groups.stream().allMatch(group -> group.columns().isEmpty()) ? List.of()
                : Stream.concat(Stream.of(ColumnGroup.of(new Column.Size())), groups.stream()).toList();
    }

    /** During which task the memory was measured. */
    private List<String> memory(TaskKind kind, RunRecord host) {
        return results.memoryTask(kind, host.host().hostClass()).map(task -> words.say("board.notes.memory", task.name())).stream().toList();
    }
}
