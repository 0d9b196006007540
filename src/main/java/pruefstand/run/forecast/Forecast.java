package pruefstand.run.forecast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pruefstand.metric.Estimate;
import pruefstand.metric.ForecastError;
import pruefstand.metric.Metric;
import pruefstand.task.speed.BenchOrder;

/**
 * What can be told of a model before it is on the machine. Field names are those of {@code forecast --json}.
 *
 * @param fits whether the machine has the memory; empty where the cache's size is not known and the rest fits
 * @param memory what it needs
 * @param context tokens that the cache is to hold
 * @param generation tokens a second from an empty cache on, as a bench counts them; empty for recurrent models
 * @param generationAtContext those of a token with a full one; empty too where its size is not known
 * @param prompt tokens a second of reading a prompt
 * @param generationMedianError median of |measured / forecast − 1| over the forecasts checked on this machine so far
 * @param promptMedianError likewise
 */
public record Forecast(Optional<Boolean> fits, Memory memory, int context, Optional<Estimate> generation,
        Optional<Estimate> generationAtContext, Optional<Estimate> prompt, OptionalDouble generationMedianError,
        OptionalDouble promptMedianError) {

    /** Tokens that llama.cpp computes at once, each with a row of logits reserved for it. */
    private static final long COMPUTED_AT_ONCE = 512;
    /** Part of the memory that programs may have; the rest is the system's. */
    private static final double SHARE = 0.9;

    /**
     * Bytes that a model needs.
     *
     * @param weights as large as the file
     * @param cache of keys and values at the context; empty where the header does not tell
     * @param compute buffers of the engine and of the worker
     * @param needed all together, as far as known
     * @param machine memory that the machine has
     */
    public record Memory(long weights, OptionalLong cache, long compute, long needed, long machine) {
    }

    /**
     * Of a model on a machine; its generation is that of a bench that is not asked for another.
     *
     * @param context tokens that the cache is to hold, at least 1
     */
    public static Forecast of(Workload model, MachineSpeed machine, int context) {
        return of(model, machine, context, Math.min(BenchOrder.DEFAULT_GENERATE, context));
    }

    /**
     * Of a model on a machine.
     *
     * @param context tokens that the cache is to hold, at least 1
     * @param tokens that are generated from an empty cache on
     */
    public static Forecast of(Workload model, MachineSpeed machine, int context, int tokens) {
        OptionalLong cache = model.recurrent() ? OptionalLong.empty() : model.valuesPerPosition().stream()
                .map(values -> values * context * MachineSpeed.CACHE_VALUE_BYTES).mapToObj(OptionalLong::of).findFirst().orElse(OptionalLong.empty());
        long compute = machine.baseBytes() + COMPUTED_AT_ONCE * Float.BYTES * model.vocabulary();
        long needed = model.bytes() + compute + cache.orElse(0);
        boolean enough = needed <= SHARE * machine.memoryBytes();
        Optional<Boolean> fits = enough && cache.isEmpty() ? Optional.empty() : Optional.of(enough);
        ForecastError generationError = machine.generationError();
        ForecastError promptError = machine.promptError();
        return new Forecast(fits, new Memory(model.bytes(), cache, compute, needed, machine.memoryBytes()), context,
                speed(model, Metric.TG_TOKENS_PER_SECOND, machine.generation(model, 0, tokens), generationError),
                speed(model, Metric.TG_TOKENS_PER_SECOND, machine.generation(model, context - 1, 1), generationError).filter(_ -> cache.isPresent()),
                speed(model, Metric.PP_TOKENS_PER_SECOND, machine.prompt(model), promptError), generationError.median(), promptError.median());
    }

    private static Optional<Estimate> speed(Workload model, Metric metric, double value, ForecastError error) {
        return model.recurrent() || !Double.isFinite(value) ? Optional.empty()
                : Optional.of(Estimate.of(metric, value, error.ratios().size(), error.around(value)));
    }

    /** Ways to store weights for which another was measured, since nobody can make them up: {@code MXFP4 as Q4_0}. */
    public static List<String> standIns(Workload model) {
        return model.types().stream().filter(type -> Stand.in(type) != type).map(type -> type + " as " + Stand.in(type)).toList();
    }
}
