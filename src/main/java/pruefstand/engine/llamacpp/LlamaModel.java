package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import pruefstand.text.Refusal;

/** A model's weights in memory. */
final class LlamaModel implements AutoCloseable {

    private final Library library;
    private final MemorySegment pointer;
    private volatile boolean closed;

    private LlamaModel(Library library, MemorySegment pointer) {
        this.library = library;
        this.pointer = pointer;
    }

    /** @throws Refusal if llama.cpp cannot use the file, with what it said */
    static LlamaModel load(Library library, Path file) {
        library.log().takeErrors();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = library.params().modelParams(arena);
            MemorySegment pointer = library.params().loadModel(arena.allocateFrom(file.toString()), params);
            if (pointer.address() == 0) {
                throw Refusal.input("engine.llamacpp.model", file, String.join(" · ", library.log().takeErrors()));
            }
            return new LlamaModel(library, pointer);
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
