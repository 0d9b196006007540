package pruefstand.run;

import java.util.Optional;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.llamacpp.NativeLibrary;

/**
 * Which llama.cpp computes, and how. Models that other engines run have no such choice.
 *
 * @param library empty: the usual one
 * @param options how it computes
 */
public record EngineChoice(Optional<NativeLibrary> library, ComputeOptions options) {

    static final EngineChoice USUAL = new EngineChoice(Optional.empty(), ComputeOptions.DEFAULT);
}
