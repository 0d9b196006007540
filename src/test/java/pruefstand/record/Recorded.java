package pruefstand.record;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.metric.Statistic;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.task.ItemScores;
import pruefstand.task.ItemsAnew;
import pruefstand.task.TaskKind;
import pruefstand.task.evaluate.Evaluators;

/**
 * Records as tests want them.
 *
 * @param model listed name
 * @param variant its variant
 * @param task its name
 * @param run id, and when it began
 */
public record Recorded(String model, String variant, String task, String run) {

    /** A bitext task: item i is right where its translation was found; a wrong one finds its neighbour's. */
    public StoredRecord right(Path folder, boolean... right) {
        return rightOn("d", folder, right);
    }

    /** The same over other data. */
    public StoredRecord rightOn(String data, Path folder, boolean... right) {
        List<Map<String, Integer>> items = IntStream.range(0, right.length)
                .mapToObj(i -> Map.of("index", i, "found", right[i] ? i : (i + 1) % right.length)).toList();
        ItemScores scores = Evaluators.scores(TaskKind.BITEXT_MINING, ItemsAnew.kept(items));
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        for (Metric metric : List.of(Metric.ACCURACY, Metric.F1)) {
            Statistic statistic = scores.of(metric.id()).orElseThrow().statistic();
            metrics.put(metric.id(), Estimate.of(metric, statistic.of(IntStream.range(0, right.length).toArray()).orElseThrow(),
                    right.length, Bootstrap.DEFAULT.overItems(right.length, statistic)));
        }
        return write(folder, record(TaskKind.BITEXT_MINING, metrics, Status.OK, data), items);
    }

    /** With its items, if any, in a folder of results. */
    public StoredRecord write(Path folder, RunRecord record, List<?> items) {
        Path file = new RecordStore(List.of(folder)).write(record, Path.of(task, model, variant), items);
        return new StoredRecord(record, folder, folder.relativize(file));
    }

    /** A record with metrics of which the first is the main one. */
    public RunRecord record(TaskKind kind, Map<String, Estimate> metrics) {
        return record(kind, metrics, Status.OK, "d");
    }

    /** A record that failed. */
    public RunRecord failed(TaskKind kind) {
        return record(kind, Map.of(), Status.FAILED, "d");
    }

    /** The same over other data. */
    public RunRecord record(TaskKind kind, Map<String, Estimate> metrics, Status status, String data) {
        Artifact artifact = new Artifact(model + ".gguf", Optional.of("ab12"), OptionalLong.of(1000), "gguf", Optional.of("bert"),
                OptionalLong.of(500), OptionalLong.of(500), OptionalInt.of(4), OptionalInt.of(128), OptionalInt.of(512),
                Optional.of("F16"), OptionalDouble.of(16), OptionalInt.of(4096));
        return new RunRecord(RunRecord.SCHEMA, "key", run, model, variant, new TaskReference(task, 1, kind, data), status,
                status == Status.OK ? Optional.empty() : Optional.of("the reason"), metrics.keySet().stream().findFirst(),
                new LinkedHashMap<>(metrics), Map.of("items", 200), new Guards(OptionalDouble.of(0.1), OptionalDouble.empty(), false),
                Optional.of(artifact), Optional.of(new EngineDescription("llama.cpp", "0.5.0", "CPU", 2, Map.of())),
                new HostDescription("cpu", 2, 16_000_000_000L, List.of(), "Linux amd64", OptionalDouble.empty()),
                new Harness("0.1.0", "abc", false), Instant.parse("2026-11-21T02:00:07Z").plusSeconds(run.hashCode() & 0xFF), 1.5,
                OptionalLong.of(123), Optional.empty());
    }
}
