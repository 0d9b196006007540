package pruefstand.cli;

import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Pooling;
import pruefstand.run.Host;
import pruefstand.run.ModelReference;
import pruefstand.run.Opening;

/** The options of every command that opens one model. */
final class ModelOptions {

    @Option(names = "--model", required = true, paramLabel = "M",
            description = "a .gguf file, an ONNX folder, or a name of the registry (Name or Name:variant)")
    private String model;

    @Option(names = {"-t", "--threads"}, paramLabel = "N", description = "threads to compute with; default: the physical cores")
    private OptionalInt threads = OptionalInt.empty();

    /** The model and how to open it; what a command does not set is as the registry and the file say. */
    Opening opening(Root root, OptionalInt context, Optional<Pooling> pooling, boolean normalize) {
        return opening(root, model, context, pooling, normalize);
    }

    /** Another model, opened as this one is. */
    Opening opening(Root root, String other, OptionalInt context) {
        return opening(root, other, context, Optional.empty(), true);
    }

    private Opening opening(Root root, String named, OptionalInt context, Optional<Pooling> pooling, boolean normalize) {
        ModelReference reference = ModelReference.of(named, root.terminal().folder(), root.registry());
        EngineSettings settings = new EngineSettings(Host.look().threads(threads), context,
                pooling.or(reference::pooling), normalize);
        return new Opening(reference.source(), settings, root.home().folder(), root.nativeLibrary());
    }
}
