package pruefstand.nightly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pruefstand.engine.ComputeOptions;
import pruefstand.metric.Estimate;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.Guards;
import pruefstand.record.Harness;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.TaskReference;
import pruefstand.run.Cell;
import pruefstand.run.EngineChoice;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskKind;

/** Whose turn it is to be repeated, and what counts as another number. Cells are called like their keys. */
class CanaryTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Duration EVERY = Duration.ofHours(20);

    private static RunRecord record(String key, TaskKind kind, int hoursAgo, double value) {
        Estimate estimate = new Estimate(value, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 5, "none", true,
                Optional.empty());
        return new RunRecord(RunRecord.SCHEMA, key, "run-" + key + "-" + hoursAgo, key, "q", new TaskReference("t", 1, kind, "d"), Status.OK,
                Optional.empty(), Optional.of("acc"), Map.of("acc", estimate), Map.of(),
                new Guards(OptionalDouble.empty(), OptionalDouble.empty(), false), Optional.empty(), Optional.empty(),
                new HostDescription("cpu", 2, 16L << 30, List.of(), "Linux", OptionalDouble.empty()), new Harness("1", "c", false),
                NOW.minus(Duration.ofHours(hoursAgo)), 1, OptionalLong.empty(), Optional.empty());
    }

    private static RunRecord quality(String key, int hoursAgo) {
        return record(key, TaskKind.STS, hoursAgo, 0.5);
    }

    private static Cell cell(String key, Source source, String kind) {
        Variant variant = new Variant("q", source, Optional.empty());
        ListedModel model = new ListedModel(key, List.of(), ModelKind.ENCODER, Optional.empty(), Optional.empty(), Optional.empty(),
                Prompts.NONE, Optional.empty(), Optional.empty(), List.of(variant));
        String task = "name: t\nversion: 1\nkind: " + kind + "\nlanguages: [de]\ndescription: {de: A, en: B}\n"
                + ("speed".equals(kind) ? "" : "data: {test: d.jsonl}\nscale: {min: 0, max: 5}\n");
        return new Cell(model, variant, new Task(TaskDefinition.read(task, "t.yaml"), Path.of("t.yaml")),
                new EngineChoice(Optional.empty(), ComputeOptions.DEFAULT), key);
    }

    private static Cell quality(String key) {
        return cell(key, new Source.Baseline("constant"), "sts");
    }

    private static Optional<String> next(List<RunRecord> records, Cell... cells) {
        return new Canary(records).next(() -> List.of(cells), NOW, EVERY).map(Cell::key);
    }

    @Test
    void whatWasMeasuredLongestAgoIsNext() {
        List<RunRecord> records = List.of(quality("a", 60), quality("b", 90), quality("c", 70));
        assertEquals(Optional.of("b"), next(records, quality("a"), quality("b"), quality("c")));
        assertEquals(Optional.of("c"), next(records, quality("a"), quality("c")), "what cannot be measured any more has no turn");
    }

    @Test
    void theTurnGoesRound() {
        List<RunRecord> records = List.of(quality("a", 60), quality("b", 90), quality("b", 30));
        assertEquals(Optional.of("a"), next(records, quality("a"), quality("b")));
    }

    @Test
    void thereIsOneRepetitionWithinSpeedEvery() {
        assertEquals(Optional.empty(), next(List.of(quality("a", 60), quality("b", 90), quality("b", 19)), quality("a"), quality("b")));
        assertEquals(Optional.empty(), next(List.of(quality("a", 19)), quality("a")), "measured for the first time the evening before");
    }

    @Test
    void speedsServersAndWhatWasNeverMeasuredHaveNoTurn() {
        List<RunRecord> records = List.of(record("s", TaskKind.SPEED, 90, 1), quality("v", 80), quality("a", 60));
        assertEquals(Optional.of("a"), next(records, cell("s", new Source.Baseline("constant"), "speed"),
                cell("v", new Source.Server(URI.create("http://127.0.0.1:1/v1"), "m", Optional.empty()), "sts"), quality("new"), quality("a")));
    }

    @Test
    void theLastBitCounts() {
        Canary canary = new Canary(List.of(quality("a", 60)));
        assertEquals(List.of(), canary.differences(quality("a", 0)));
        List<Regression> found = canary.differences(record("a", TaskKind.STS, 0, Math.nextUp(0.5)));
        assertEquals(List.of(new Regression.NotRepeated("run-a-60")), found.stream().map(Regression::evidence).toList());
        assertEquals(List.of(), canary.differences(record("b", TaskKind.STS, 0, 1)), "another key promises nothing");
    }
}
