package pruefstand.run.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.gguf.TensorType;
import pruefstand.record.HostDescription;
import pruefstand.task.speed.BenchOrder;

/** A calibration of a machine that computes exactly as the model of its costs says. */
class CalibrationTest {

    private static final HostDescription HOST = new HostDescription("cpu", 2, 8_000_000_000L, List.of(), "Linux", OptionalDouble.empty());
    private static final MachineSpeed TRUE = new MachineSpeed(HOST.hostClass(), HOST.memoryBytes(), 1, "engine", Instant.EPOCH, 10, 5, 6e-6, 0.4e-6, 0.2e-6,
            2e-6, 8e-9, 0.05e-9, Map.of(TensorType.Q8_0, new TypeSpeed(List.of(new TypeSpeed.Point(1, 0.1e-9, 0.02e-9)))), Map.of());

    @TempDir
    private Path folder;

    private Calibration.Measured run(Path file, BenchOrder order) {
        Workload work = Workload.of(GgufHeader.read(file));
        List<Double> speeds = new ArrayList<>();
        order.prompts().forEach(_ -> speeds.add(TRUE.prompt(work)));
        order.generates().forEach(tokens -> speeds.add(TRUE.generation(work, order.depths().getFirst(), tokens)));
        return new Calibration.Measured(speeds, 10, 1 << 20, 5);
    }

    @Test
    void findsTheCostsAndForecastsTheSameSpeeds() throws IOException {
        Calibration calibration = new Calibration(this::run, folder);
        MachineSpeed found = calibration.machine(HOST, 1, "engine", Instant.EPOCH);
        assertEquals(TRUE.secondsPerStep(), found.secondsPerStep(), 1e-9);
        assertEquals(TRUE.secondsPerHead(), found.secondsPerHead(), 1e-8);
        assertEquals(TRUE.secondsPerToken(), found.secondsPerToken(), 1e-7);
        assertEquals(TRUE.secondsPerPosition(), found.secondsPerPosition(), 1e-10);
        assertEquals(TRUE.secondsPerPositionValue(), found.secondsPerPositionValue(), 1e-12);
        MachineSpeed all = calibration.with(TensorType.Q8_0, found);
        assertEquals(2, all.checks().size());
        all.checks().values().forEach(check -> assertEquals(1, check.generation(), 0.02));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList(), "models are deleted once they were measured");
        }
        assertTrue(all.generationError().median().orElseThrow() < 0.02);
    }
}
