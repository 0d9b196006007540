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
import java.util.Optional;
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
    /** So short that others hardly ever come between. */
    private static final int FEW_TOKENS = 1;
    private static final int DEPTH = 512;
    private static final int SLIM = 32;
    private static final int BROAD = 128;
    private static final int MANY = 12;
    private static final int FEW = 3;
    private static final long SMALL = 2 << 20;
    private static final long MIDDLE = 12 << 20;
    private static final long LEAST_LARGE = 64 << 20;
    private static final long MOST_LARGE = 384 << 20;
    private static final int CACHES = 3;
    private static final int LAYERS = 8;
    private static final int DEEP = 32;
    private static final int SHALLOW = 4;

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

    /**
     * What holds for all models, from ones so narrow that weights hardly matter. Three that differ in layers and heads give what a token,
     * a step and a head cost; two that differ in the width of their heads, each with an empty and with a filled cache, give what looking
     * at an earlier token costs.
     */
    MachineSpeed machine(HostDescription host, int threads, String engine, Instant now) {
        Measured deep = measure(narrow(DEEP, 1, SLIM), order(PROMPT, GENERATE, 0, MANY));
        Measured shallow = measure(narrow(SHALLOW, 1, SLIM), order(PROMPT, GENERATE, 0, MANY));
        Measured heads = measure(narrow(LAYERS, 8, SLIM), order(PROMPT, GENERATE, 0, MANY));
        double[] costs = costs(bare(narrow(DEEP, 1, SLIM), deep), bare(narrow(SHALLOW, 1, SLIM), shallow), bare(narrow(LAYERS, 8, SLIM), heads));
        double slim = secondsPerPosition(narrow(LAYERS, 8, SLIM));
        double each = Math.max(0, (secondsPerPosition(narrow(LAYERS, 2, BROAD)) - slim) / (BROAD - SLIM));
        double head = Math.max(0, costs[2] - MachineSpeed.meanBefore(0, GENERATE) * slim);
        return new MachineSpeed(host.hostClass(), host.memoryBytes(), threads, engine, now, deep.bandwidthGbPerSecond(), deep.peakBytes(),
                costs[0], costs[1], 1 / deep.speeds().getFirst() / bare(narrow(DEEP, 1, SLIM), deep).tensors(), head,
                Math.max(0, slim - SLIM * each), each, Map.of(), Map.of());
    }

    /** Seconds of a token less those of reading its weights. */
    private static Bare bare(ModelShape shape, Measured measured) {
        Workload work = Workload.of(shape.header());
        return new Bare(work.tensors(), work.heads(), 1 / measured.speeds().getLast() - work.bytesRead() / (measured.bandwidthGbPerSecond() * 1e9));
    }

    private record Bare(double tensors, double heads, double seconds) {
    }

    /** Of a token, a step and a head with what it looks at: seconds = token + tensors × step + heads × head, for three models. */
    private static double[] costs(Bare a, Bare b, Bare c) {
        double determinant = (a.tensors - b.tensors) * (c.heads - b.heads) - (c.tensors - b.tensors) * (a.heads - b.heads);
        double step = ((a.seconds - b.seconds) * (c.heads - b.heads) - (c.seconds - b.seconds) * (a.heads - b.heads)) / determinant;
        double head = ((a.tensors - b.tensors) * (c.seconds - b.seconds) - (c.tensors - b.tensors) * (a.seconds - b.seconds)) / determinant;
        double known = Math.max(0, step) * b.tensors + Math.max(0, head) * b.heads;
        return new double[] {Math.max(0, b.seconds - known), Math.max(0, step), Math.max(0, head)};
    }

    private static ModelShape narrow(int layers, int heads, int headWidth) {
        return new ModelShape(layers, SLIM, 3 * SLIM, heads, Math.max(1, heads / 2), headWidth, 300, 2 * DEPTH, TensorType.Q8_0, Optional.empty(), 0, 0);
    }

    /** Of each head. */
    private double secondsPerPosition(ModelShape shape) {
        double empty = measure(shape, order(0, FEW_TOKENS, 0, MANY)).speeds().getFirst();
        double filled = measure(shape, order(0, FEW_TOKENS, DEPTH, MANY)).speeds().getFirst();
        return Math.max(0, 1 / filled - 1 / empty) / DEPTH / Workload.of(shape.header()).heads();
    }

    /** The machine with one way more to store weights, and with two forecasts of it checked. */
    MachineSpeed with(TensorType type, MachineSpeed machine) {
        List<TypeSpeed.Point> points = new ArrayList<>();
        Measured small = measure(layers(type, 256, SMALL), order(PROMPT, GENERATE, 0, MANY));
        points.add(point(layers(type, 256, SMALL), small, machine));
        points.add(point(layers(type, 512, MIDDLE), measure(layers(type, 512, MIDDLE), order(PROMPT, GENERATE, 0, FEW)), machine));
        ModelShape large = layers(type, 1024, Math.clamp(CACHES * small.cacheBytes(), LEAST_LARGE, MOST_LARGE));
        points.add(point(large, measure(large, order(PROMPT / 2, GENERATE, 0, FEW)), machine));
        MachineSpeed known = machine.with(type, new TypeSpeed(points));
        return checked(layers(type, 768, 2 * MIDDLE), checked(layers(type, 256, 3 * SMALL), known));
    }

    private MachineSpeed checked(ModelShape shape, MachineSpeed machine) {
        Workload work = Workload.of(shape.header());
        Measured speed = measure(shape, order(PROMPT, GENERATE, 0, FEW));
        return machine.with("random " + shape.weights() + " " + (work.bytes() >> 20) + " MiB", new MachineSpeed.Check(
                speed.speeds().get(1) / machine.generation(work, 0, GENERATE), speed.speeds().get(0) / machine.prompt(work)));
    }

    private static TypeSpeed.Point point(ModelShape shape, Measured measured, MachineSpeed machine) {
        Workload work = Workload.of(shape.header());
        double generation = 1 / measured.speeds().get(1) - machine.overhead(work, MachineSpeed.meanBefore(0, GENERATE));
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

    private static BenchOrder order(int prompt, int generate, int depth, int repetitions) {
        return new BenchOrder(prompt == 0 ? Collections.emptyList() : List.of(prompt), List.of(generate), List.of(depth),
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
