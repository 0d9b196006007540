package pruefstand.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.llamacpp.NativeLibrary;
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

    @Option(names = "--engine", paramLabel = "E",
            description = "the llama.cpp to use: an installed version or a folder; default: as the workspace says, else the newest")
    private Optional<String> engine = Optional.empty();

    @Mixin
    private EngineOptions engineOptions;

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
        if (pooling.isPresent() && reference.source() instanceof Source.Server) {
            throw Refusal.input("cli.pooling.server");
        }
        EngineSettings settings = new EngineSettings(Host.look().threads(threads), context,
                pooling.or(reference::pooling), normalize, engineOptions.options(), reference.adapter());
        return new Opening(reference.source(), settings, root.home().folder(), library(root));
    }

    private Optional<Path> library(Root root) {
        return engine.map(name -> NativeLibrary.named(name, root.terminal().folder(), root.home().folder()).folder())
                .or(root::nativeLibrary);
    }
}
