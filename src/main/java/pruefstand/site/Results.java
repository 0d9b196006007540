package pruefstand.site;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.text.Message;

/**
 * Finds the number that belongs into a cell: of the task's present version and data, at the column's length and on its class
 * of machines the newest run that has one. A later run that failed does not take a number away; it stands on the model's page.
 */
final class Results {

    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, String> data = new HashMap<>();
    private final Map<Series, List<Column.OfMetric>> columns = new ConcurrentHashMap<>();
    private final Site site;

    /** What columns are looked for by; found once, since every page asks. */
    private record Series(String task, Metric metric, Optional<String> hostClass) {
    }

    Results(Site site) {
        this.site = site;
        for (Task task : site.tasks()) {
            versions.put(task.name(), task.definition().version());
            site.runs(task).filter(run -> run.status() == Status.OK).max(Comparator.comparing(RunRecord::started))
                    .ifPresent(run -> data.put(task.name(), run.task().dataSha256()));
        }
    }

    Reading read(SiteModel model, String variant, Column column) {
        List<RunRecord> runs = model.runsOf(variant);
        return switch (column) {
            case Column.OfMetric wanted -> metric(runs, wanted);
            case Column.Memory wanted -> memory(runs, wanted);
            case Column.Size _ -> exact(runs, file -> file.bytes(), "why.no_size");
            case Column.Dimension _ -> exact(runs, file -> file.embeddingDimension().isPresent()
                    ? OptionalLong.of(file.embeddingDimension().getAsInt()) : OptionalLong.empty(), "why.no_dimension");
        };
    }

    /** Columns in which this metric of a task has numbers, longest first. */
    List<Column.OfMetric> columns(Task task, Metric metric, Optional<String> hostClass) {
        return columns.computeIfAbsent(new Series(task.name(), metric, hostClass), _ -> find(task, metric, hostClass));
    }

    private List<Column.OfMetric> find(Task task, Metric metric, Optional<String> hostClass) {
        return site.runs(task).filter(run -> isCurrent(run) && run.metric(metric.id()).isPresent() && isOn(run, hostClass))
                .map(run -> new Column.OfMetric(task.name(), metric, length(run, metric), hostClass)).distinct()
                .sorted(Comparator.comparing((Column.OfMetric column) -> column.length().orElse(0)).reversed()).toList();
    }

    /** Classes of machines on which a kind of task was measured, the one with the newest run first. */
    List<RunRecord> hosts(TaskKind kind) {
        Map<String, RunRecord> newest = new HashMap<>();
        site.tasks(kind).flatMap(site::runs).filter(this::isCurrent)
                .forEach(run -> newest.merge(run.host().hostClass(), run, (one, other) ->
                        one.started().isBefore(other.started()) ? other : one));
        return newest.values().stream().sorted(Comparator.comparing(RunRecord::started).reversed()
                .thenComparing(run -> run.host().hostClass())).toList();
    }

    boolean isCurrent(RunRecord run) {
        return run.status() == Status.OK && isPresentVersion(run);
    }

    private boolean isPresentVersion(RunRecord run) {
        String task = run.task().name();
        return versions.getOrDefault(task, -1) == run.task().version()
                && data.getOrDefault(task, run.task().dataSha256()).equals(run.task().dataSha256());
    }

    private Reading metric(List<RunRecord> runs, Column.OfMetric column) {
        String id = column.metric().id();
        List<RunRecord> ofTask = runs.stream().filter(run -> run.task().name().equals(column.task())).toList();
        return first(ofTask, run -> isCurrent(run) && run.metric(id).isPresent() && isOn(run, column.hostClass())
                && length(run, column.metric()).equals(column.length()))
                .<Reading>map(run -> new Reading.Measured(run, run.metric(id).orElseThrow()))
                .orElseGet(() -> without(ofTask, column));
    }

    private Reading without(List<RunRecord> runs, Column.OfMetric column) {
        Optional<RunRecord> elsewhere = first(runs, run -> isCurrent(run) && run.metric(column.metric().id()).isPresent());
        Optional<RunRecord> otherLength = elsewhere.filter(run -> !length(run, column.metric()).equals(column.length()));
        if (otherLength.isPresent()) {
            return missing("why.other_length", length(otherLength.get(), column.metric()).orElse(0), column.length().orElse(0));
        }
        if (elsewhere.isPresent()) {
            return missing("why.other_host");
        }
        return unsuccessful(runs, run -> isOn(run, column.hostClass()));
    }

    private Reading unsuccessful(List<RunRecord> runs, Predicate<RunRecord> counts) {
        Optional<RunRecord> failed = first(runs, run -> run.status() == Status.FAILED && isPresentVersion(run)
                && counts.test(run));
        if (failed.isPresent()) {
            return new Reading.Failed(failed.get());
        }
        Optional<RunRecord> skipped = first(runs, run -> run.status() == Status.SKIPPED && isPresentVersion(run));
        if (skipped.isPresent()) {
            return skipped.get().reason().map(reason -> missing("why.skipped", reason)).orElseGet(() ->
                    missing("why.unsuitable"));
        }
        return missing(runs.isEmpty() ? "why.not_yet" : "why.other_version");
    }

    private Reading memory(List<RunRecord> runs, Column.Memory column) {
        return first(runs, run -> isCurrent(run) && run.task().name().equals(column.task())
                && run.host().hostClass().equals(column.hostClass()) && run.peakMemoryBytes().isPresent())
                .<Reading>map(run -> new Reading.Exact(run, run.peakMemoryBytes().getAsLong()))
                .orElseGet(() -> missing("why.no_memory"));
    }

    private static Reading exact(List<RunRecord> runs, Function<Artifact, OptionalLong> quantity, String otherwise) {
        return first(runs, run -> run.artifact().map(quantity).orElse(OptionalLong.empty()).isPresent())
                .<Reading>map(run -> new Reading.Exact(run, quantity.apply(run.artifact().orElseThrow()).getAsLong()))
                .orElseGet(() -> missing(otherwise));
    }

    /** The length in tokens on which a metric of this run depends. */
    static OptionalInt length(RunRecord run, Metric metric) {
        return switch (metric) {
            case PP_TOKENS_PER_SECOND -> setting(run, "prompt");
            case TG_TOKENS_PER_SECOND -> setting(run, "generate");
            case TOKEN_PERPLEXITY, WORD_PERPLEXITY, BYTE_PERPLEXITY, NLL -> setting(run, "context");
            case BITS_PER_BYTE, COSINE_SPEARMAN, COSINE_PEARSON, MANHATTAN_SPEARMAN, EUCLIDEAN_SPEARMAN -> OptionalInt.empty();
        };
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
