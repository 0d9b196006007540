package pruefstand.task.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.SpeedProbe;
import pruefstand.engine.SpeedTest;
import pruefstand.engine.TimedSpan;
import pruefstand.task.Progress;
import pruefstand.task.TaskFixture;

/** A machine of two packages that idle at 10 watts together. */
class EnergyMeterTest {

    @TempDir
    private Path powercap;

    private long nanos;

    @BeforeEach
    void twoPackages() {
        zone("intel-rapl:0", "package-0", 900_000, 1_000_000);
        zone("intel-rapl:1", "package-1", 0, 262_143_328_850L);
        zone("intel-rapl:0:0", "core", 77, 1_000_000);
        zone("intel-rapl:2", "psys", 88, 1_000_000);
    }

    private void zone(String zone, String name, long energy, long range) {
        TaskFixture.write(powercap.resolve(zone).resolve("name"), name + "\n");
        TaskFixture.write(powercap.resolve(zone).resolve("max_energy_range_uj"), range + "\n");
        energy(zone, energy);
    }

    private void energy(String zone, long microjoules) {
        TaskFixture.write(powercap.resolve(zone).resolve("energy_uj"), microjoules + "\n");
    }

    private void passes(double seconds) {
        nanos += Math.round(seconds * 1e9);
    }

    /** Half a second at 10 W are 5 J, all of the second package's. */
    private EnergyMeter meter() {
        return EnergyMeter.in(powercap, () -> nanos, () -> {
            passes(0.5);
            energy("intel-rapl:1", 5_000_000);
        }).orElseThrow();
    }

    @Test
    void countsWholePackagesBeyondTheirIdling() {
        EnergyMeter meter = meter();
        EnergyMeter.Mark before = meter.mark();
        passes(2);
        energy("intel-rapl:1", 35_000_000);
        assertEquals(30 - 2 * 10, meter.joulesSince(before), 1e-9);
    }

    @Test
    void goesOnWhereACounterBeginsAnew() {
        EnergyMeter meter = meter();
        EnergyMeter.Mark before = meter.mark();
        energy("intel-rapl:0", 300_000);
        assertEquals(0.4, meter.joulesSince(before), 1e-9, "0.1 J to the end of the range of 1 J, and 0.3 J after it");
    }

    @Test
    void thereIsNoneWithoutReadableCounters() {
        assertTrue(EnergyMeter.in(powercap.resolve("none"), () -> nanos, () -> { }).isEmpty());
        energy("intel-rapl:0", -1);
        energy("intel-rapl:1", -1);
        assertTrue(EnergyMeter.in(powercap, () -> nanos, () -> { }).isEmpty(), "what is no count is not read as one");
    }

    /** Each run takes a second and 50 J: 40 J beyond idling for 16 tokens. The warm-up is not counted, nor a depth that must be filled. */
    @Test
    void aGenerationHasItsJoulesAToken() {
        EnergyMeter meter = meter();
        BenchOrder order = new BenchOrder(List.of(32), List.of(16), List.of(0, 64), List.of(512), 2);
        List<BenchResult> results = Bench.run(FakeEngine.of(new Burning()), order, Progress.SILENT, Optional.of(meter));
        assertEquals(List.of("pp32", "tg16", "pp32@d64", "tg16@d64"), results.stream().map(BenchResult::test).toList());
        assertEquals(40 / 16.0, results.get(1).joulesPerToken().orElseThrow(), 1e-9);
        for (int other : new int[] {0, 2, 3}) {
            assertEquals(OptionalDouble.empty(), results.get(other).joulesPerToken());
        }
    }

    /** Uses 50 J a run; the first 1000 J for the run that warms up, so that counting it would show. */
    private final class Burning implements SpeedProbe {
        private long used = 5_000_000;

        @Override
        public int contextLength() {
            return 1024;
        }

        @Override
        public TimedSpan run(SpeedTest test) {
            passes(1);
            used += test.seed() == Bench.SEED ? 1_000_000_000 : 50_000_000;
            energy("intel-rapl:1", used);
            return new TimedSpan(1, 1);
        }
    }
}
