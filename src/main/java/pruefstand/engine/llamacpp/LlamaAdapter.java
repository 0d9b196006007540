package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;
import pruefstand.engine.EngineException;
import pruefstand.model.Adapter;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.text.Refusal;

/**
 * An adapter (LoRA) that is loaded beside a model; freed with it.
 *
 * @param pointer to its weights
 * @param scale what they are multiplied by
 */
record LlamaAdapter(MemorySegment pointer, float scale) {

    /**
     * Loads an adapter, after its header has been read and checked.
     *
     * @throws Refusal if the file is missing, broken or no adapter, or does not fit the model, with what llama.cpp said
     */
    static LlamaAdapter load(Adapter adapter, Library library, MemorySegment model, Path base) {
        GgufHeader header = GgufHeader.read(adapter.file());
        if (!header.text("general.type").equals(Optional.of("adapter"))) {
            throw Refusal.input("engine.llamacpp.no-adapter", adapter.file());
        }
        library.log().takeErrors();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pointer = library.functions().llama_adapter_lora_init.addressOf(model,
                    arena.allocateFrom(adapter.file().toString()));
            if (pointer.address() == 0) {
                throw Refusal.input("engine.llamacpp.adapter", adapter.file(), base,
                        String.join(" · ", library.log().takeErrors()));
            }
            return new LlamaAdapter(pointer, (float) adapter.scale());
        }
    }

    /** Lets a context compute with it. */
    void applyTo(MemorySegment context, Functions functions) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment adapters = arena.allocateFrom(ValueLayout.ADDRESS, pointer);
            MemorySegment scales = arena.allocateFrom(ValueLayout.JAVA_FLOAT, scale);
            int code = functions.llama_set_adapters_lora.intOfAll(context, adapters, 1L, scales);
            if (code != 0) {
                throw new EngineException("llama_set_adapters_lora returned " + code);
            }
        }
    }
}
