package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;
import pruefstand.engine.ComputeOptions;
import pruefstand.model.Adapter;
import pruefstand.text.Refusal;

/** A model's weights in memory, with those of an adapter where there is one. */
final class LlamaModel implements AutoCloseable {

    private final Library library;
    private final MemorySegment pointer;
    private final ComputeOptions options;
    private final Optional<LlamaAdapter> adapter;
    private volatile boolean closed;

    private LlamaModel(Library library, MemorySegment pointer, ComputeOptions options, Optional<LlamaAdapter> adapter) {
        this.library = library;
        this.pointer = pointer;
        this.options = options;
        this.adapter = adapter;
    }

    /** @throws Refusal if llama.cpp cannot use the file or its adapter, with what it said */
    static LlamaModel load(Library library, Path file, ComputeOptions options, Optional<Adapter> adapter) {
        MemorySegment pointer = load(library, file, options);
        try {
            return new LlamaModel(library, pointer, options,
                    adapter.map(added -> LlamaAdapter.load(added, library, pointer, file)));
        } catch (RuntimeException e) {
            library.functions().llama_model_free.run(pointer);
            throw e;
        }
    }

    private static MemorySegment load(Library library, Path file, ComputeOptions options) {
        library.log().takeErrors();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = library.params().modelParams(arena);
            NativeOptions.writeToModel(options, params, library.params().layouts().modelParams());
            MemorySegment pointer = library.params().loadModel(arena.allocateFrom(file.toString()), params);
            if (pointer.address() == 0) {
                throw Refusal.input("engine.llamacpp.model", file, String.join(" · ", library.log().takeErrors()));
            }
            return pointer;
        }
    }

    Library library() {
        return library;
    }

    /** @throws IllegalStateException once the model is closed */
    void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
    }

    MemorySegment pointer() {
        checkOpen();
        return pointer;
    }

    /** How it is computed. */
    ComputeOptions options() {
        return options;
    }

    /** What is added to its weights. */
    Optional<LlamaAdapter> adapter() {
        return adapter;
    }

    /** A template of the file, valid as long as the model is open: the one of that name, or the usual one for {@code ""}. */
    Optional<MemorySegment> template(String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment template = library.functions().llama_model_chat_template.addressOf(pointer(),
                    name.isEmpty() ? MemorySegment.NULL : arena.allocateFrom(name));
            return Optional.of(template.reinterpret(Long.MAX_VALUE)).filter(found -> found.address() != 0);
        }
    }

    /** What it keeps of the tokens that it has read, as llama.cpp tells. */
    Memory memory() {
        if (library.functions().llama_model_is_hybrid.booleanOf(pointer)) {
            return Memory.HYBRID;
        }
        return library.functions().llama_model_is_recurrent.booleanOf(pointer) ? Memory.RECURRENT : Memory.ATTENTION;
    }

    /** What models keep of the tokens that they have read. */
    enum Memory {
        /** Keys and values of each. */
        ATTENTION,
        /** A state of fixed size. */
        RECURRENT,
        /** One in some layers, the other in the others. */
        HYBRID
    }

    int trainedContext() {
        return library.functions().llama_model_n_ctx_train.intOf(pointer);
    }

    /** Length of an embedding. */
    int embeddingDimension() {
        return library.functions().llama_model_n_embd_out.intOf(pointer);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            library.functions().llama_model_free.run(pointer);
        }
    }
}
