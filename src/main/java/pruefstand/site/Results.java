package pruefstand.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.text.Message;

/**
 * Finds the number that belongs into a cell: of the task's present version and data and of the variant's present file, at
 * the column's length and on its class of machines the newest run that has one. A later run that failed does not take a number
 * away; it stands on the model's page.
 */
final class Results {

    private static final String REASON = "roofline_reason";

    private final Map<Series, List<Column.OfMetric>> columns = new ConcurrentHashMap<>();
    private final Map<List<String>, List<RunRecord>> hosts = new ConcurrentHashMap<>();
    private final Map<Machines, Optional<Task>> memoryTasks = new ConcurrentHashMap<>();
    private final Map<Column.OfMetric, Standings.OfOneTask> ranks = new ConcurrentHashMap<>();
    private final Map<List<String>, Standings.OfSeveral> standings = new ConcurrentHashMap<>();
    private final Map<BoardKind, Members> members = new ConcurrentHashMap<>();
    private final Map<BoardKind, Choices> choices = new ConcurrentHashMap<>();
    private final Map<String, Examples> examples = new ConcurrentHashMap<>();
    private final Map<String, Members> ofTasks = new ConcurrentHashMap<>();
    private final Site site;
    private final Supplier<PresentTasks> present;
    private final Supplier<Verdicts> verdicts;
    private final Supplier<List<Night>> nights;
    private final Map<String, List<RunRecord>> current = new ConcurrentHashMap<>();
    private final Map<Boolean, Prospect> prospect = new ConcurrentHashMap<>();
    private final Map<LocalDate, List<Change>> changes = new ConcurrentHashMap<>();
    private final Supplier<Map<RunRecord, SiteModel>> owners;

    /** What columns are looked for by; found once, since every page asks. */
    private record Series(String task, Metric metric, Optional<String> hostClass) {
    }

    /** What the task for memory is looked for by. */
    private record Machines(TaskKind kind, String hostClass) {
    }

    Results(Site site) {
        this.site = site;
        this.present = Lazy.of(() -> new PresentTasks(site));
        this.verdicts = Lazy.of(() -> new Verdicts(site.kept()));
        this.nights = Lazy.of(() -> Night.of(site));
        this.owners = Lazy.of(() -> owners(site));
    }

    private static Map<RunRecord, SiteModel> owners(Site site) {
        Map<RunRecord, SiteModel> owners = new IdentityHashMap<>();
        site.models().forEach(model -> model.runs().forEach(run -> owners.put(run, model)));
        return owners;
    }

    Reading read(SiteModel model, String variant, Column column) {
        List<RunRecord> all = model.runsOf(variant);
        List<RunRecord> runs = model.runsOfPresentFile(variant);
        return switch (column) {
            case Column.OfMetric wanted -> metric(runs, wanted).orElseGet(() -> without(runs, all, wanted));
            case Column.Memory wanted -> memory(runs, wanted).orElseGet(() ->
                    missing(memory(all, wanted).isPresent() ? "why.other_file" : "why.no_memory"));
            case Column.Size _ -> exact(runs, file -> file.bytes(), "why.no_size");
            case Column.Dimension _ -> exact(runs, file -> file.embeddingDimension().isPresent()
                    ? OptionalLong.of(file.embeddingDimension().getAsInt()) : OptionalLong.empty(), "why.no_dimension");
            case Column.Parameters _ -> exact(runs, Artifact::parameters, "why.no_parameters");
            case Column.Rank(var by) -> Optional.ofNullable(ranks(by).ranks().get(new Place(model.name(), variant)))
                    .<Reading>map(Reading.Ranked::new).orElseGet(() -> missing("why.no_rank"));
            case Column.Overall(var _, var _, var tasks) -> Optional.ofNullable(standings(tasks).standings().get(new Place(model.name(), variant)))
                    .<Reading>map(Reading.Stands::new).orElseGet(() -> missing("why.not_all_tasks"));
        };
    }

    /** Columns in which this metric of a task has numbers, longest first. */
    List<Column.OfMetric> columns(Task task, Metric metric, Optional<String> hostClass) {
        return columns.computeIfAbsent(new Series(task.name(), metric, hostClass), _ -> find(task, metric, hostClass));
    }

    private List<Column.OfMetric> find(Task task, Metric metric, Optional<String> hostClass) {
        return current(task).filter(run -> run.metric(metric.id()).isPresent() && isOn(run, hostClass))
                .map(run -> new Column.OfMetric(task.name(), metric, length(run, metric), hostClass)).distinct()
                .sorted(Comparator.comparing((Column.OfMetric column) -> column.length().orElse(0)).reversed()).toList();
    }

    /** Classes of machines on which a kind of task was measured, the one with the newest run first. */
    List<RunRecord> hosts(TaskKind kind) {
        return hosts(site.usual(kind));
    }

    /** The same of some tasks. */
    List<RunRecord> hosts(Stream<Task> tasks) {
        List<Task> asked = tasks.toList();
        return hosts.computeIfAbsent(asked.stream().map(Task::name).toList(), _ -> findHosts(asked));
    }

    private List<RunRecord> findHosts(List<Task> tasks) {
        Map<String, RunRecord> newest = new HashMap<>();
        tasks.stream().flatMap(this::current)
                .forEach(run -> newest.merge(run.host().hostClass(), run, (one, other) ->
                        one.started().isBefore(other.started()) ? other : one));
        return newest.values().stream().sorted(Comparator.comparing(RunRecord::started).reversed()
                .thenComparing(run -> run.host().hostClass())).toList();
    }

    /** Runs whose numbers count for a task, of all models. */
    Stream<RunRecord> current(Task task) {
        return current.computeIfAbsent(task.name(), name -> site.models().stream().flatMap(model -> model.runs().stream()
                .filter(run -> run.task().name().equals(name) && isCurrent(run) && model.isOfPresentFile(run))).toList()).stream();
    }

    /** The task during which memory is compared, the same in every language: the first by name with numbers of these machines. */
    Optional<Task> memoryTask(TaskKind kind, String hostClass) {
        return memoryTasks.computeIfAbsent(new Machines(kind, hostClass), _ -> site.usual(kind).filter(task -> current(task)
                .anyMatch(run -> run.host().hostClass().equals(hostClass) && run.peakMemoryBytes().isPresent())).findFirst());
    }

    /** Tells which of two numbers is better. */
    Verdicts verdicts() {
        return verdicts.get();
    }

    /** The days on which something was measured, newest first. */
    List<Night> nights() {
        return nights.get();
    }

    /** What came out otherwise than the time before. */
    List<Change> changes(Night night) {
        return changes.computeIfAbsent(night.day(), _ -> Change.of(night, this));
    }

    /** Whose run it is. */
    SiteModel owner(RunRecord run) {
        return owners.get().get(run);
    }

    /** What the measured speeds say of other machines. */
    Prospect prospect() {
        return prospect.computeIfAbsent(true, _ -> Prospect.of(site, this));
    }

    /** Ranks by one column. */
    Standings.OfOneTask ranks(Column.OfMetric by) {
        return ranks.computeIfAbsent(by, column -> new Standings(site, this).by(column));
    }

    /** Where embedding models stand over tasks with these names. */
    Standings.OfSeveral standings(List<String> tasks) {
        return standings.computeIfAbsent(tasks, names -> new Standings(site, this)
                .over(names.stream().flatMap(name -> site.task(name).stream()).toList()));
    }

    /** Who stands on a board. */
    Members members(BoardKind kind) {
        return members.computeIfAbsent(kind, _ -> Members.of(kind.id(), kind.models(site), kind::lists));
    }

    /** Who stands in the table of a task. */
    Members members(Task task) {
        return ofTasks.computeIfAbsent(task.name(), _ -> Members.of("task " + task.name(), site.models(), run -> run.status() != Status.SKIPPED && Site.isOf(run, task)));
    }

    /** By what the models of a board can be chosen. */
    Choices choices(BoardKind kind) {
        return choices.computeIfAbsent(kind, _ -> Choices.of(members(kind)));
    }

    /** The first items of a task. */
    Examples examples(Task task) {
        return examples.computeIfAbsent(task.name(), _ -> Examples.of(task));
    }

    boolean isCurrent(RunRecord run) {
        return run.status() == Status.OK && present.get().isOf(run);
    }

    private Optional<Reading> metric(List<RunRecord> runs, Column.OfMetric column) {
        String id = column.metric().id();
        return first(runs, run -> run.task().name().equals(column.task()) && isCurrent(run) && run.metric(id).isPresent()
                && isOn(run, column.hostClass()) && length(run, column.metric()).equals(column.length()))
                .map(run -> new Reading.Measured(run, run.metric(id).orElseThrow()));
    }

    private Reading without(List<RunRecord> ofFile, List<RunRecord> all, Column.OfMetric column) {
        List<RunRecord> runs = ofFile.stream().filter(run -> run.task().name().equals(column.task())).toList();
        Optional<Reading> noRoofline = column.metric().equals(Metric.ROOFLINE_SHARE) ? noRoofline(runs, column) : Optional.empty();
        if (noRoofline.isPresent()) {
            return noRoofline.get();
        }
        Optional<RunRecord> elsewhere = first(runs, run -> isCurrent(run) && run.metric(column.metric().id()).isPresent());
        Optional<RunRecord> otherLength = elsewhere.filter(run -> !length(run, column.metric()).equals(column.length()));
        if (otherLength.isPresent()) {
            return missing("why.other_length", length(otherLength.get(), column.metric()).orElse(0), column.length().orElse(0));
        }
        if (elsewhere.isPresent()) {
            return missing("why.other_host");
        }
        boolean otherFile = all.stream().anyMatch(run -> run.task().name().equals(column.task()) && isCurrent(run)
                && run.metric(column.metric().id()).isPresent());
        return unsuccessful(runs, run -> isOn(run, column.hostClass())).orElseGet(() ->
                otherFile ? missing("why.other_file") : neverCounted(runs));
    }

    private Optional<Reading> noRoofline(List<RunRecord> runs, Column.OfMetric column) {
        return first(runs, run -> isCurrent(run) && isOn(run, column.hostClass()) && run.settings().containsKey(REASON))
                .map(run -> missing("why.no_roofline", run.settings().get(REASON)));
    }

    private Reading neverCounted(List<RunRecord> runs) {
        return missing(runs.isEmpty() ? "why.not_yet"
                : runs.stream().anyMatch(present.get()::isOfVersion) ? "why.other_data" : "why.other_version");
    }

    private Optional<Reading> unsuccessful(List<RunRecord> runs, Predicate<RunRecord> counts) {
        Optional<RunRecord> failed = first(runs, run -> run.status() == Status.FAILED && present.get().isOf(run)
                && counts.test(run));
        if (failed.isPresent()) {
            return Optional.of(new Reading.Failed(failed.get()));
        }
        return first(runs, run -> run.status() == Status.SKIPPED && present.get().isOf(run)).map(run ->
                run.reason().map(reason -> missing("why.skipped", reason)).orElseGet(() -> missing("why.unsuitable")));
    }

    private Optional<Reading> memory(List<RunRecord> runs, Column.Memory column) {
        return first(runs, run -> isCurrent(run) && run.task().name().equals(column.task())
                && run.host().hostClass().equals(column.hostClass()) && run.peakMemoryBytes().isPresent())
                .map(run -> new Reading.Exact(run, run.peakMemoryBytes().getAsLong()));
    }

    private static Reading exact(List<RunRecord> runs, Function<Artifact, OptionalLong> quantity, String otherwise) {
        return first(runs, run -> run.artifact().map(quantity).orElse(OptionalLong.empty()).isPresent())
                .<Reading>map(run -> new Reading.Exact(run, quantity.apply(run.artifact().orElseThrow()).getAsLong()))
                .orElseGet(() -> missing(otherwise));
    }

    /** The length in tokens on which a metric of this run depends. */
    static OptionalInt length(RunRecord run, Metric metric) {
        return metric.length().map(setting -> setting(run, setting)).orElse(OptionalInt.empty());
    }

    private static OptionalInt setting(RunRecord run, String name) {
        return run.setting(name).isPresent() ? OptionalInt.of((int) run.setting(name).getAsDouble()) : OptionalInt.empty();
    }

    private static boolean isOn(RunRecord run, Optional<String> hostClass) {
        return hostClass.map(run.host().hostClass()::equals).orElse(true);
    }

    private static Optional<RunRecord> first(List<RunRecord> runs, Predicate<RunRecord> fits) {
        return runs.stream().filter(fits).findFirst();
    }

    private static Reading missing(String key, Object... arguments) {
        return new Reading.Missing(Message.of(key, arguments));
    }
}
