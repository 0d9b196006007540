package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pruefstand.json.Yaml;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.record.Guards;
import pruefstand.record.Harness;
import pruefstand.record.History;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;
import pruefstand.record.TaskReference;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskKind;

/** What is due, in which order, how long it should take, and what there is time for. */
class PlanTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Duration DAY = Duration.ofHours(20);
    private static final HostDescription HOST = new HostDescription("cpu", 2, 16L << 30, List.of(), "Linux", OptionalDouble.empty());

    private final List<RunRecord> records = new ArrayList<>();

    private static Cell cell(String model, String task, TaskKind kind) {
        ListedModel listed = new ListedModel(model, List.of(), ModelKind.DECODER, Optional.empty(), Optional.empty(), Optional.empty(),
                Prompts.NONE, Optional.empty(), Optional.empty(), List.of());
        String text = "name: " + task + "\nversion: 1\nkind: " + (kind == TaskKind.SPEED ? "speed" : "perplexity\ndata: {text: t.txt}")
                + "\nlanguages: [de]\ndescription: {de: A, en: B}\n";
        Task defined = new Task(Yaml.read(text, "t.yaml", TaskDefinition.class), Path.of("t.yaml"));
        return new Cell(listed, new Variant("q-" + model, new Source.Baseline(model), Optional.empty()), defined, EngineChoice.USUAL,
                model + "/" + task);
    }

    private void record(Cell cell, Duration ago, double seconds) {
        record(cell, cell.key(), ago, seconds, Status.OK, Optional.empty(), HOST);
    }

    private void record(Cell cell, String key, Duration ago, double seconds, Status status, Optional<FailureKind> failed,
            HostDescription host) {
        records.add(new RunRecord(RunRecord.SCHEMA, key, "run", cell.model().name(), cell.variant().name(),
                new TaskReference(cell.task().name(), 1, cell.task().definition().kind(), "d"), status, Optional.empty(), Optional.empty(),
                Map.of(), Map.of(), new Guards(OptionalDouble.empty(), OptionalDouble.empty(), false), Optional.empty(), Optional.empty(),
                host, new Harness("1", "c", false), NOW.minus(ago), seconds, OptionalLong.empty(),
                failed.map(kind -> new Failure(kind, Optional.empty(), List.of()))));
    }

    private History history() {
        return new History(records.stream().sorted((a, b) -> a.started().compareTo(b.started()))
                .map(record -> new StoredRecord(record, Path.of("r"), Path.of("r"))).toList(), List.of());
    }

    private Optional<Due> due(Cell cell, Optional<Duration> speedEvery) {
        return new Dues(history(), NOW, speedEvery, false).of(cell);
    }

    @Test
    void aQualityIsDueWhenNothingLikeItWasMeasuredAndASpeedAlsoWhenItIsOld() {
        Cell quality = cell("a", "text", TaskKind.PERPLEXITY);
        Cell speed = cell("a", "speed", TaskKind.SPEED);
        assertEquals(Optional.of(Due.MISSING), due(quality, Optional.of(DAY)));
        record(quality, Duration.ofDays(100), 1);
        record(speed, Duration.ofHours(21), 1);
        assertEquals(Optional.empty(), due(quality, Optional.of(DAY)));
        assertEquals(Optional.of(Due.OLD), due(speed, Optional.of(DAY)));
        assertEquals(Optional.empty(), due(speed, Optional.empty()), "eval fills gaps only");
        record(speed, Duration.ofHours(19), 1);
        assertEquals(Optional.empty(), due(speed, Optional.of(DAY)));
    }

    @Test
    void aSpeedThatWasMeasuredInAFutureDoesNotCountAsNew() {
        Cell speed = cell("a", "speed", TaskKind.SPEED);
        record(speed, Duration.ofDays(-300), 1);
        assertEquals(Optional.of(Due.OLD), due(speed, Optional.of(DAY)));
        record(speed, Duration.ofHours(1), 1);
        assertEquals(Optional.empty(), due(speed, Optional.of(DAY)));
    }

    @Test
    void aWorkerThatDiedMayHaveHadBadLuckAndAWrongNumberWillBeWrongAgain() {
        Cell died = cell("a", "text", TaskKind.PERPLEXITY);
        Cell wrong = cell("b", "text", TaskKind.PERPLEXITY);
        record(died, died.key(), DAY, 1, Status.FAILED, Optional.of(FailureKind.SIGNAL), HOST);
        record(wrong, wrong.key(), DAY, 1, Status.FAILED, Optional.of(FailureKind.INVALID), HOST);
        assertEquals(Optional.of(Due.FAILED), due(died, Optional.empty()));
        assertEquals(Optional.empty(), due(wrong, Optional.empty()));
    }

    @Test
    void neverMeasuredComesFirstThenReviewedLatelyThenTheOldestAndVariantsStayTogether() {
        Cell old = cell("old", "speed", TaskKind.SPEED);
        Cell older = cell("older", "speed", TaskKind.SPEED);
        Cell olderToo = cell("older", "speed-2", TaskKind.SPEED);
        Cell reviewed = cell("reviewed", "speed", TaskKind.SPEED);
        Cell missing = cell("new", "text", TaskKind.PERPLEXITY);
        record(old, Duration.ofDays(2), 1);
        record(older, Duration.ofDays(3), 1);
        record(olderToo, Duration.ofDays(1), 1);
        record(reviewed, Duration.ofDays(1), 1);
        List<PlannedCell> planned = List.of(old, older, olderToo, reviewed, missing).stream()
                .map(cell -> new PlannedCell(cell, Due.OLD, OptionalDouble.empty())).toList();
        assertEquals(List.of(missing, reviewed, older, olderToo, old), new DueOrder(history(), Set.of("reviewed")).sorted(planned).stream()
                .map(PlannedCell::cell).toList());
    }

    @Test
    void timeIsThatOfTheSameMeasurementElseOfTheVariantElseTheMedianOfTheTaskElseOfTheKind() {
        Cell known = cell("a", "text", TaskKind.PERPLEXITY);
        record(known, Duration.ofDays(2), 50);
        record(known, Duration.ofDays(1), 10);
        record(cell("b", "text", TaskKind.PERPLEXITY), "older file", Duration.ofDays(3), 30, Status.OK, Optional.empty(), HOST);
        record(cell("c", "text", TaskKind.PERPLEXITY), "other machine", Duration.ofDays(3), 9999, Status.OK, Optional.empty(),
                new HostDescription("slow", 2, 16L << 30, List.of(), "Linux", OptionalDouble.empty()));
        record(cell("c", "text", TaskKind.PERPLEXITY), "failed", Duration.ofDays(3), 9999, Status.FAILED, Optional.of(FailureKind.TIMEOUT),
                HOST);
        record(cell("c", "other text", TaskKind.PERPLEXITY), Duration.ofDays(3), 70);
        Expectation expectation = new Expectation(history(), Set.of(HOST.hostClass()));
        assertEquals(OptionalDouble.of(10), expectation.seconds(known));
        assertEquals(OptionalDouble.of(30), expectation.seconds(cell("b", "text", TaskKind.PERPLEXITY)));
        assertEquals(OptionalDouble.of(30), expectation.seconds(cell("d", "text", TaskKind.PERPLEXITY)), "median of 50, 10 and 30");
        assertEquals(OptionalDouble.of(40), expectation.seconds(cell("d", "third text", TaskKind.PERPLEXITY)), "of 50, 10, 30 and 70");
        assertEquals(OptionalDouble.empty(), expectation.seconds(cell("a", "speed", TaskKind.SPEED)));
    }

    @Test
    void whatShouldTakeTooLongIsLeftOutAndWhatFitsBehindItIsNot() {
        List<PlannedCell> due = List.of(planned("a", 60), planned("b", 7200), planned("c", 1740), planned("d", 1));
        Plan plan = new Plan(due, List.of(), List.of(), List.of(), Optional.empty());
        assertEquals(List.of(due.get(0), due.get(2)), plan.fitting(NOW, NOW.plusSeconds(1800)), "60 s + 1740 s are all there is");
        assertEquals(List.of(), plan.fitting(NOW, NOW));
        PlannedCell unknown = new PlannedCell(due.get(0).cell(), Due.MISSING, OptionalDouble.empty());
        assertEquals(List.of(unknown), new Plan(List.of(unknown), List.of(), List.of(), List.of(), Optional.empty())
                .fitting(NOW, NOW.plusSeconds(1)));
    }

    private static PlannedCell planned(String model, double seconds) {
        return new PlannedCell(cell(model, "text", TaskKind.PERPLEXITY), Due.MISSING, OptionalDouble.of(seconds));
    }
}
