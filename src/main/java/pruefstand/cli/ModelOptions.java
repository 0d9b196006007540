package pruefstand.cli;

import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Pooling;
import pruefstand.model.Source;
import pruefstand.run.Host;
import pruefstand.run.ModelReference;
import pruefstand.run.Opening;
import pruefstand.text.Refusal;

/** The options of every command that opens one model. */
final class ModelOptions {

    @Option(names = "--model", required = true, paramLabel = "M",
            description = "a .gguf file, an ONNX folder, a name of the registry (Name or Name:variant), or a server"
                    + " (http://127.0.0.1:8080/v1#model-id)")
    private String model;

    @Option(names = {"-t", "--threads"}, paramLabel = "N", description = "threads to compute with; default: the physical cores")
    private OptionalInt threads = OptionalInt.empty();

    /** The model and how to open it; what a command does not set is as the registry and the file say. */
    Opening opening(Root root, OptionalInt context, Optional<Pooling> pooling, boolean normalize) {
        ModelReference reference = ModelReference.of(model, root.terminal().folder(), root.registry());
        if (pooling.isPresent() && reference.source() instanceof Source.Server) {
            throw Refusal.input("cli.pooling.server");
        }
        EngineSettings settings = new EngineSettings(Host.look().threads(threads), context,
                pooling.or(reference::pooling), normalize);
        return new Opening(reference.source(), settings, root.home().folder(), root.nativeLibrary());
    }
}
