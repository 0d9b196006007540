package pruefstand.nightly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pruefstand.metric.Estimate;
import pruefstand.model.EngineDescription;
import pruefstand.record.Guards;
import pruefstand.record.Harness;
import pruefstand.record.History;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;
import pruefstand.record.TaskReference;
import pruefstand.task.TaskKind;

/** When a speed is suspect. Median of 98, 100, 102, 99, 101: 100; MAD: 1; three deviations: 4.45. */
class SpeedSeriesTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final double[] USUAL = {98, 100, 102, 99, 101};

    private final List<RunRecord> before = new ArrayList<>();

    private static RunRecord speed(int nightsAgo, double value, String cpu, String version, boolean marked, int prompt) {
        return new RunRecord(RunRecord.SCHEMA, "k", "run" + nightsAgo, "m", "q", new TaskReference("speed", 1, TaskKind.SPEED, "d"), Status.OK,
                Optional.empty(), Optional.of("tg_tokens_per_second"),
                Map.of("tg_tokens_per_second", new Estimate(value, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 5,
                        "none", true, Optional.of("tokens/s"))),
                Map.of("prompt", prompt), new Guards(OptionalDouble.empty(), OptionalDouble.empty(), marked), Optional.empty(),
                Optional.of(new EngineDescription("llama.cpp", version, "CPU", 2, Map.of())),
                new HostDescription(cpu, 2, 16L << 30, List.of(), "Linux", OptionalDouble.empty()), new Harness("1", "c", false),
                NOW.minusSeconds(86_400L * nightsAgo), 1, OptionalLong.empty(), Optional.empty());
    }

    private void usual(String cpu, String version, boolean marked, int prompt) {
        for (int i = 0; i < USUAL.length; i++) {
            before.add(speed(i + 1, USUAL[i], cpu, version, marked, prompt));
        }
    }

    private List<Regression> suspects(double value) {
        History history = new History(before.stream().sorted((a, b) -> a.started().compareTo(b.started()))
                .map(record -> new StoredRecord(record, Path.of("r"), Path.of("r"))).toList(), List.of());
        return new SpeedSeries(history).suspects(speed(0, value, "cpu", "0.5.0", false, 512));
    }

    @Test
    void whatLiesFarBelowTheMedianIsSuspect() {
        usual("cpu", "0.5.0", false, 512);
        assertEquals(List.of(), suspects(95.6));
        Regression found = suspects(95.5).getFirst();
        assertEquals(100, found.before());
        assertEquals("4.5 % below the median of 5 records, measured twice", found.evidence());
        assertEquals(List.of(), suspects(200), "faster is not worse");
    }

    @Test
    void aSteadySeriesMayStillWaverByThreePercent() {
        for (int i = 1; i <= 6; i++) {
            before.add(speed(i, 100, "cpu", "0.5.0", false, 512));
        }
        assertEquals(List.of(), suspects(97));
        assertEquals(1, suspects(96.9).size());
    }

    @Test
    void fourNightsAreNoHistory() {
        usual("cpu", "0.5.0", false, 512);
        before.removeLast();
        assertEquals(List.of(), suspects(1));
    }

    @Test
    void otherMachinesEnginesLengthsAndMarkedRecordsDoNotCount() {
        usual("another cpu", "0.5.0", false, 512);
        usual("cpu", "0.6.0", false, 512);
        usual("cpu", "0.5.0", true, 512);
        usual("cpu", "0.5.0", false, 256);
        assertEquals(List.of(), suspects(1));
    }

    @Test
    void oneOutlierMovesNothing() {
        usual("cpu", "0.5.0", false, 512);
        before.add(speed(6, 5, "cpu", "0.5.0", false, 512));
        assertTrue(suspects(90).size() == 1 && suspects(96).isEmpty());
    }
}
