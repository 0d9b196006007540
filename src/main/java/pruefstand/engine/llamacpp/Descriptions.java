package pruefstand.engine.llamacpp;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.EngineSettings;
import pruefstand.model.EngineDescription;
import pruefstand.model.Pooling;

/** Says what a model is computed with: everything that can change a number or a speed. */
final class Descriptions {

    private final Library library;

    Descriptions(Library library) {
        this.library = library;
    }

    EngineDescription of(LlamaModel model, EngineSettings settings, int context, Optional<Pooling> pooling) {
        Map<String, Object> further = new TreeMap<>();
        further.put("context", context);
        describe(model.options(), further);
        if (model.memory() != LlamaModel.Memory.ATTENTION) {
            further.put("memory", model.memory().name().toLowerCase(Locale.ROOT));
        }
        pooling.ifPresent(how -> further.put("pooling", how.toString()));
        pooling.ifPresent(_ -> further.put("normalize", settings.normalize()));
        settings.adapter().ifPresent(adapter -> further.put("lora", adapter.file().getFileName().toString()));
        settings.adapter().ifPresent(adapter -> further.put("lora_scale", adapter.scale()));
        return new EngineDescription("llama.cpp", library.version(), library.backend(), settings.threads(), further);
    }

    private static void describe(ComputeOptions options, Map<String, Object> into) {
        into.put("flash_attention", options.flashAttention().toString());
        into.put("kv_cache", options.cacheType().toString());
        into.put("mmap", options.mmap());
        options.gpuLayers().ifPresent(layers -> into.put("gpu_layers", layers));
    }
}
