package pruefstand.engine;

import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.model.Pooling;

/**
 * How a model is opened.
 *
 * @param threads threads to compute with, at least 1
 * @param context tokens a sequence may hold; empty: what the model was trained for
 * @param pooling how vectors are pooled; empty: as the model file says
 * @param normalize whether vectors are scaled to length 1
 */
public record EngineSettings(int threads, OptionalInt context, Optional<Pooling> pooling, boolean normalize) {

    public EngineSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }

    public static EngineSettings withThreads(int threads) {
        return new EngineSettings(threads, OptionalInt.empty(), Optional.empty(), true);
    }
}
