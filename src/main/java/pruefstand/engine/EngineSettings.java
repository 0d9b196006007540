package pruefstand.engine;

import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.model.Adapter;
import pruefstand.model.Pooling;

/**
 * How a model is opened.
 *
 * @param threads threads to compute with, at least 1
 * @param context tokens a sequence may hold; empty: what the model was trained for
 * @param pooling how vectors are pooled; empty: as the model file says
 * @param normalize whether vectors are scaled to length 1
 * @param options how llama.cpp computes; other engines have none of this
 * @param adapter weights that are added to the model's own; llama.cpp only
 */
public record EngineSettings(int threads, OptionalInt context, Optional<Pooling> pooling, boolean normalize, ComputeOptions options,
        Optional<Adapter> adapter) {

    public EngineSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }

    /** Settings without an adapter, computed as the engine does by default. */
    public EngineSettings(int threads, OptionalInt context, Optional<Pooling> pooling, boolean normalize) {
        this(threads, context, pooling, normalize, ComputeOptions.DEFAULT, Optional.empty());
    }

    public static EngineSettings withThreads(int threads) {
        return new EngineSettings(threads, OptionalInt.empty(), Optional.empty(), true);
    }

    /** The same with another context. */
    public EngineSettings withContext(int tokens) {
        return new EngineSettings(threads, OptionalInt.of(tokens), pooling, normalize, options, adapter);
    }

    /** The same, computed in another way. */
    public EngineSettings with(ComputeOptions others) {
        return new EngineSettings(threads, context, pooling, normalize, others, adapter);
    }

    /** The same with weights added. */
    public EngineSettings with(Adapter added) {
        return new EngineSettings(threads, context, pooling, normalize, options, Optional.of(added));
    }
}
