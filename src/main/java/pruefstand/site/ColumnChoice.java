package pruefstand.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.model.ModelKind;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;

/** Chooses the columns of each table: those that hold a number, the language of the page first, one class of machines a table. */
final class ColumnChoice {

    private static final String SPEED = Metric.TG_TOKENS_PER_SECOND.id();

    private final Site site;
    private final Results results;
    private final Words words;

    ColumnChoice(Site site, Results results, Words words) {
        this.site = site;
        this.results = results;
        this.words = words;
    }

    List<ColumnGroup> languageModels(Optional<RunRecord> host) {
        List<ColumnGroup> groups = new ArrayList<>(List.of(
                new ColumnGroup("", "", "", List.of(new Column.Size())),
                quality(TaskKind.PERPLEXITY, Metric.BITS_PER_BYTE),
                quality(TaskKind.PERPLEXITY, Metric.TOKEN_PERPLEXITY)));
        host.ifPresent(run -> groups.addAll(speed(run)));
        return groups;
    }

    /** How well language models predict text. */
    List<ColumnGroup> predictions() {
        return Site.metrics(TaskKind.PERPLEXITY).stream().map(metric -> quality(TaskKind.PERPLEXITY, metric)).toList();
    }

    /** What language models are asked, in every language. */
    List<ColumnGroup> answers() {
        return askingKinds().map(kind -> main(kind, tasks(kind))).toList();
    }

    /** What embedding models are judged by first, in the language of the page. */
    List<ColumnGroup> mainVectors() {
        return Stream.of(TaskKind.RETRIEVAL, TaskKind.STS, TaskKind.RERANKING, TaskKind.CLASSIFICATION, TaskKind.CLUSTERING)
                .map(this::mainInOwnLanguage).toList();
    }

    /** Everything that embedding models are judged by, of one language. */
    List<ColumnGroup> vectors(String language) {
        return vectorKinds().map(kind -> main(kind, tasks(kind).filter(task -> task.definition().languages().contains(language)))).toList();
    }

    /** What language models are asked, and how far variants are from their base. */
    List<ColumnGroup> askedModels() {
        return askingKinds().map(this::mainInOwnLanguage).toList();
    }

    List<ColumnGroup> maskedModels() {
        return Stream.concat(Stream.of(new ColumnGroup("", "", "", List.of(new Column.Size()))),
                Site.metrics(TaskKind.FILL_MASK).stream().map(metric -> quality(TaskKind.FILL_MASK, metric))).toList();
    }

    /** How rerankers order what they are given, and what they add to a search at what cost. */
    List<ColumnGroup> rerankers(Optional<RunRecord> host) {
        List<Task> twoStage = site.tasks(TaskKind.RETRIEVAL).filter(task -> !TaskForm.isUsual(task.definition())).sorted(ownFirst()).toList();
        return Stream.concat(Stream.of(new ColumnGroup("", "", "", List.of(new Column.Size())),
                main(TaskKind.RERANKING, tasks(TaskKind.RERANKING))),
                TaskForm.TWO_STAGE.metrics().stream().skip(1).map(metric -> group(metric,
                        twoStage.stream().flatMap(task -> columns(task, metric, machines(metric, host)).stream()).toList()))).toList();
    }

    List<ColumnGroup> embeddingModels(Optional<RunRecord> host) {
        List<ColumnGroup> groups = new ArrayList<>(List.of(
                new ColumnGroup("", "", "", List.of(new Column.Size(), new Column.Dimension()))));
        vectorKinds().map(this::mainInOwnLanguage).forEach(groups::add);
        host.ifPresent(run -> groups.add(memory(TaskKind.STS, run)));
        return groups;
    }

    List<ColumnGroup> speed(RunRecord host) {
        List<Column> speeds = site.usual(TaskKind.SPEED).flatMap(task -> speeds(task, host)).toList();
        List<Column> shares = site.usual(TaskKind.SPEED)
                .flatMap(task -> columns(task, Metric.ROOFLINE_SHARE, Optional.of(host.host().hostClass())).stream()).toList();
        return List.of(tempo(speeds), group(Metric.ROOFLINE_SHARE, shares), memory(TaskKind.SPEED, host));
    }

    /** All that a task measures; its speeds on one class of machines. */
    List<ColumnGroup> task(Task task, Optional<RunRecord> host) {
        TaskForm form = TaskForm.of(task.definition());
        return form.metrics().equals(Site.metrics(TaskKind.SPEED)) && host.isPresent()
                ? List.of(tempo(speeds(task, host.get()).toList()),
                        group(Metric.ROOFLINE_SHARE, columns(task, Metric.ROOFLINE_SHARE, Optional.of(host.get().host().hostClass()))))
                : form.metrics().stream().map(metric -> group(metric, columns(task, metric, machines(metric, host)))).toList();
    }

    /** How good an order is depends on no machine, though how long it takes does. */
    private static Optional<String> machines(Metric metric, Optional<RunRecord> host) {
        return host.filter(_ -> isTime(metric)).map(run -> run.host().hostClass());
    }

    private ColumnGroup tempo(List<Column> speeds) {
        return new ColumnGroup(words.say("board.speed"), words.say("column.tokens_per_second"), SPEED, speeds);
    }

    private ColumnGroup group(Metric metric, List<Column> columns) {
        String direction = words.say(metric.higherIsBetter() ? "column.higher" : "column.lower");
        return new ColumnGroup(words.name(metric), isTime(metric) ? words.unit(metric) : direction, metric.id(), columns);
    }

    /** No time says by itself whether it is of seconds or of milliseconds. */
    private static boolean isTime(Metric metric) {
        return Stream.of(Metric.TIME_TO_FIRST_TOKEN_SECONDS, Metric.ADDED_MILLISECONDS).anyMatch(time -> time.unit().equals(metric.unit()));
    }

    /** The kinds of tasks that judge a model by its vectors. */
    static Stream<TaskKind> vectorKinds() {
        return Arrays.stream(TaskKind.values()).filter(kind -> kind.measures(ModelKind.ENCODER));
    }

    /** The kinds of tasks that judge a language model, besides its predictions of text and its speed. */
    static Stream<TaskKind> askingKinds() {
        return Arrays.stream(TaskKind.values()).filter(kind -> kind.measures(ModelKind.DECODER) && kind != TaskKind.PERPLEXITY
                && kind != TaskKind.SPEED);
    }

    private ColumnGroup mainInOwnLanguage(TaskKind kind) {
        return main(kind, inOwnLanguage(kind));
    }

    private ColumnGroup main(TaskKind kind, Stream<Task> tasks) {
        Metric main = Site.metrics(kind).getFirst();
        ColumnGroup byMetric = group(main, tasks.flatMap(task -> columns(task, main, Optional.empty()).stream()).toList());
        return Site.isMainOfSeveral(main) ? new ColumnGroup(words.name(kind), words.say("column.quality.full", words.name(main),
                byMetric.unit()), byMetric.anchor(), byMetric.columns()) : byMetric;
    }

    /** There are so many kinds that a page has room for one language: its own, where a kind has that. */
    Stream<Task> inOwnLanguage(TaskKind kind) {
        List<Task> own = tasks(kind).filter(task -> task.definition().languages().contains(words.language())).toList();
        return own.isEmpty() ? tasks(kind) : own.stream();
    }

    /** Tasks of a kind, those in the language of the page first. */
    Stream<Task> tasks(TaskKind kind) {
        return site.usual(kind).sorted(ownFirst());
    }

    private Comparator<Task> ownFirst() {
        return Comparator.comparing((Task task) -> !task.definition().languages().contains(words.language())).thenComparing(Task::name);
    }

    private ColumnGroup quality(TaskKind kind, Metric metric) {
        return group(metric, tasks(kind).flatMap(task -> columns(task, metric, Optional.empty()).stream()).toList());
    }

    private Stream<Column> speeds(Task task, RunRecord host) {
        return Site.metrics(TaskKind.SPEED).stream()
                .flatMap(metric -> columns(task, metric, Optional.of(host.host().hostClass())).stream());
    }

    ColumnGroup memory(TaskKind kind, RunRecord host) {
        String hostClass = host.host().hostClass();
        return new ColumnGroup("", "", "", results.memoryTask(kind, hostClass).stream()
                .<Column>map(task -> new Column.Memory(task.name(), hostClass)).toList());
    }

    private List<Column> columns(Task task, Metric metric, Optional<String> hostClass) {
        return List.copyOf(results.columns(task, metric, hostClass));
    }
}
