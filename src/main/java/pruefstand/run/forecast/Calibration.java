package pruefstand.run.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import pruefstand.model.gguf.ModelShape;
import pruefstand.model.gguf.RandomGguf;
import pruefstand.model.gguf.TensorType;
import pruefstand.record.HostDescription;
import pruefstand.task.speed.BenchOrder;

/**
 * Measures a machine with small models made of random weights, so that nothing of what it tells later is a constant of this
 * program. Each speed is the best of a few: others may use the machine meanwhile.
 */
final class Calibration {

    private static final int VOCABULARY = 1024;
    private static final int PROMPT = 128;
    private static final int GENERATE = 16;
    private static final int DEPTH = 1024;
    private static final int MANY = 8;
    private static final int FEW = 3;
    private static final long SMALL = 2 << 20;
    private static final long MIDDLE = 12 << 20;
    private static final long LEAST_LARGE = 64 << 20;
    private static final long MOST_LARGE = 384 << 20;
    private static final int CACHES = 3;

    private final Probe probe;
    private final Path folder;

    /** @param folder for models, each of which is deleted once it was measured */
    Calibration(Probe probe, Path folder) {
        this.probe = probe;
        this.folder = folder;
    }

    /** Runs a model. */
    @FunctionalInterface
    interface Probe {
        Measured run(Path model, BenchOrder order);
    }

    /**
     * What came of it.
     *
     * @param speeds best tokens a second of each test, in order
     * @param bandwidthGbPerSecond of the memory
     * @param cacheBytes of the last cache before it
     * @param peakBytes most memory that the worker held
     */
    record Measured(List<Double> speeds, double bandwidthGbPerSecond, long cacheBytes, long peakBytes) {
    }

    /** What holds for all models: a deep and narrow one, of which each layer is little but overhead, and one with a full cache. */
    MachineSpeed machine(HostDescription host, int threads, String engine, Instant now) {
        ModelShape narrow = ModelShape.dense(32, 32, 96, 300, TensorType.Q8_0);
        int steps = narrow.header().tensors().size();
        Measured bare = measure(narrow, order(PROMPT, 0, MANY));
        ModelShape wide = layers(TensorType.F16, 512, MIDDLE);
        double at0 = measure(wide, order(0, 0, FEW)).speeds().getFirst();
        double deep = measure(wide, order(0, DEPTH, FEW)).speeds().getFirst();
        double cached = (double) DEPTH * Workload.of(wide.header()).valuesPerPosition().orElseThrow() * MachineSpeed.CACHE_VALUE_BYTES;
        return new MachineSpeed(host.hostClass(), host.memoryBytes(), threads, engine, now, bare.bandwidthGbPerSecond(), bare.peakBytes(),
                1 / bare.speeds().get(1) / steps, 1 / bare.speeds().get(0) / steps, Math.max(0, 1 / deep - 1 / at0) / cached,
                Map.of(), Map.of());
    }

    /** The machine with one way more to store weights, and with two forecasts of it checked. */
    MachineSpeed with(TensorType type, MachineSpeed machine) {
        List<TypeSpeed.Point> points = new ArrayList<>();
        Measured small = measure(layers(type, 256, SMALL), order(PROMPT, 0, MANY));
        points.add(point(layers(type, 256, SMALL), small, machine));
        points.add(point(layers(type, 512, MIDDLE), measure(layers(type, 512, MIDDLE), order(PROMPT, 0, FEW)), machine));
        ModelShape large = layers(type, 1024, Math.clamp(CACHES * small.cacheBytes(), LEAST_LARGE, MOST_LARGE));
        points.add(point(large, measure(large, order(PROMPT / 2, 0, FEW)), machine));
        MachineSpeed known = machine.with(type, new TypeSpeed(points));
        return checked(layers(type, 768, 2 * MIDDLE), checked(layers(type, 256, 3 * SMALL), known));
    }

    private MachineSpeed checked(ModelShape shape, MachineSpeed machine) {
        Workload work = Workload.of(shape.header());
        Measured speed = measure(shape, order(PROMPT, 0, FEW));
        return machine.with("random " + shape.weights() + " " + (work.bytes() >> 20) + " MiB", new MachineSpeed.Check(
                speed.speeds().get(1) / machine.generation(work, 0), speed.speeds().get(0) / machine.prompt(work)));
    }

    private static TypeSpeed.Point point(ModelShape shape, Measured measured, MachineSpeed machine) {
        Workload work = Workload.of(shape.header());
        double generation = 1 / measured.speeds().get(1) - work.tensors() * machine.secondsPerStep();
        double prompt = 1 / measured.speeds().get(0) - work.tensors() * machine.promptSecondsPerStep();
        return new TypeSpeed.Point(work.bytes(), Math.max(0, generation) / work.bytesRead(),
                Math.max(0, prompt) / work.products());
    }

    /** As many layers of a width as make up so many bytes. */
    private static ModelShape layers(TensorType type, int width, long bytes) {
        ModelShape one = ModelShape.dense(1, width, 3 * width, VOCABULARY, type);
        long first = Workload.of(one.header()).bytes();
        long each = Workload.of(ModelShape.dense(2, width, 3 * width, VOCABULARY, type).header()).bytes() - first;
        return ModelShape.dense((int) Math.max(1, 1 + (bytes - first) / each), width, 3 * width, VOCABULARY, type);
    }

    private static BenchOrder order(int prompt, int depth, int repetitions) {
        return new BenchOrder(prompt == 0 ? Collections.emptyList() : List.of(prompt), List.of(GENERATE), List.of(depth),
                List.of(BenchOrder.DEFAULT_BATCH), repetitions);
    }

    private Measured measure(ModelShape shape, BenchOrder order) {
        try {
            Path file = RandomGguf.write(folder, shape);
            try {
                return probe.run(file, order);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
