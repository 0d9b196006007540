package pruefstand.run.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pruefstand.metric.ForecastError;
import pruefstand.model.gguf.TensorType;

/**
 * What was measured of a machine once, so that speeds of models can be told that were never there. Kept as JSON.
 *
 * @param host its host class
 * @param memoryBytes of the machine
 * @param threads that computed
 * @param engine hash of the engine's files
 * @param measured when
 * @param bandwidthGbPerSecond of its memory
 * @param baseBytes memory of a worker beside weights, cache and buffers
 * @param secondsPerToken of generating a token, whatever the model
 * @param secondsPerStep of generating a token, for each tensor that has next to no weights
 * @param promptSecondsPerStep the same for a token of a prompt
 * @param secondsPerHead of attention, for each head and token
 * @param secondsPerPosition of a head of attention that looks at an earlier token
 * @param secondsPerPositionValue the same for each number of its key
 * @param types by how weights are stored; those that were asked about so far
 * @param checks models whose speeds were forecast and measured since, by name
 */
public record MachineSpeed(String host, long memoryBytes, int threads, String engine, Instant measured, double bandwidthGbPerSecond, long baseBytes,
        double secondsPerToken, double secondsPerStep, double promptSecondsPerStep, double secondsPerHead,
        double secondsPerPosition, double secondsPerPositionValue,
        Map<TensorType, TypeSpeed> types, Map<String, Check> checks) {

    static final int CACHE_VALUE_BYTES = 2;

    public MachineSpeed {
        types = Collections.unmodifiableMap(new TreeMap<>(types));
        checks = Collections.unmodifiableMap(new TreeMap<>(checks));
    }

    /**
     * A forecast that was checked.
     *
     * @param generation measured over forecast speed
     * @param prompt likewise
     */
    public record Check(double generation, double prompt) {
    }

    MachineSpeed with(TensorType type, TypeSpeed speed) {
        Map<TensorType, TypeSpeed> more = new TreeMap<>(types);
        more.put(type, speed);
        return new MachineSpeed(host, memoryBytes, threads, engine, measured, bandwidthGbPerSecond, baseBytes,
                secondsPerToken, secondsPerStep, promptSecondsPerStep, secondsPerHead, secondsPerPosition, secondsPerPositionValue, more, checks);
    }

    /** The same with a forecast checked; one for each model counts, the newest. */
    public MachineSpeed with(String name, Check check) {
        Map<String, Check> more = new TreeMap<>(checks);
        more.put(name, check);
        return new MachineSpeed(host, memoryBytes, threads, engine, measured, bandwidthGbPerSecond, baseBytes,
                secondsPerToken, secondsPerStep, promptSecondsPerStep, secondsPerHead, secondsPerPosition, secondsPerPositionValue, types, more);
    }

    /** How far forecasts of generating were off here. */
    ForecastError generationError() {
        return new ForecastError(checks.values().stream().map(Check::generation).toList());
    }

    /** How far forecasts of reading prompts were off here. */
    ForecastError promptError() {
        return new ForecastError(checks.values().stream().map(Check::prompt).toList());
    }

    /**
     * Tokens a second that a model generates; each looks at all before it, so that the mean one has half of the others before it.
     *
     * @param depth tokens before the first one
     * @param tokens that are generated
     */
    double generation(Workload model, int depth, int tokens) {
        double[] seconds = {overhead(model, meanBefore(depth, tokens))};
        model.bytesPerToken().forEach((type, bytes) -> seconds[0] += bytes * ofByte(type, model.bytes()));
        return 1 / seconds[0];
    }

    /** Tokens a second at which a model reads a prompt of some hundred tokens. */
    double prompt(Workload model) {
        double[] seconds = {model.tensors() * promptSecondsPerStep};
        model.productsPerToken().forEach((type, products) -> seconds[0] += products * ofProduct(type, model.bytes()));
        return 1 / seconds[0];
    }

    /** Tokens before the mean one of some that are generated after so many. */
    static double meanBefore(int depth, int tokens) {
        return depth + (tokens - 1) / 2.0;
    }

    /** Seconds of a token beside its products with weights, with so many tokens before it. */
    double overhead(Workload model, double before) {
        return secondsPerToken + model.tensors() * secondsPerStep + model.heads()
                * (secondsPerHead + before * (secondsPerPosition + model.headWidth() * secondsPerPositionValue));
    }

    /** Of a type that hardly matters nothing may be known; what it costs is reading it. */
    private double ofByte(TensorType type, long size) {
        TypeSpeed known = types.get(Stand.in(type));
        return known == null ? 1 / (bandwidthGbPerSecond * 1e9) : known.secondsPerByte(size);
    }

    private double ofProduct(TensorType type, long size) {
        TypeSpeed known = types.get(Stand.in(type));
        return known == null ? 0 : known.secondsPerProduct(size);
    }

    /** Types of a model that are still to be measured. */
    public List<TensorType> unknown(Workload model) {
        List<TensorType> missing = new ArrayList<>(model.types().stream().map(Stand::in).distinct().toList());
        missing.removeAll(types.keySet());
        return missing;
    }
}
