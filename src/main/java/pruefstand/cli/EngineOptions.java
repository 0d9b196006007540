package pruefstand.cli;

import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.ComputeOptions.CacheType;
import pruefstand.engine.ComputeOptions.FlashAttention;
import pruefstand.text.Refusal;

/** The options of every command that computes with llama.cpp; other engines have none of this. */
final class EngineOptions {

    @Option(names = "--gpu-layers", paramLabel = "N", description = "layers on the graphics card; default: all, where there is one")
    private Optional<Integer> gpuLayers = Optional.empty();

    @Option(names = "--flash-attention", paramLabel = "auto|on|off", defaultValue = "auto",
            description = "attention in tiles; default: ${DEFAULT-VALUE}")
    private FlashAttention flashAttention;

    @Option(names = "--kv-type", paramLabel = "TYPE", defaultValue = "f16",
            description = "how keys and values are kept: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private CacheType cacheType;

    @Option(names = "--no-mmap", description = "read the file instead of mapping it into memory")
    private boolean noMmap;

    ComputeOptions options() {
        gpuLayers.filter(layers -> layers < 0).ifPresent(layers -> {
            throw Refusal.input("cli.gpu-layers", layers);
        });
        OptionalInt layers = gpuLayers.stream().mapToInt(Integer::intValue).findFirst();
        return new ComputeOptions(layers, flashAttention, cacheType, !noMmap);
    }
}
