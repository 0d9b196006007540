package pruefstand.engine.llamacpp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import pruefstand.engine.EngineException;
import pruefstand.text.Refusal;

/** A model's working memory: caches, and the results of the last call. */
final class LlamaContext implements AutoCloseable {

    private final Library library;
    private final MemorySegment pointer;
    private final MemorySegment memory;
    private final ContextSettings settings;
    private final Arena arena = Arena.ofShared();
    private final TokenBatch batch;
    private long computeNanos;

    LlamaContext(LlamaModel model, ContextSettings settings) {
        library = model.library();
        pointer = open(model, settings);
        memory = library.functions().llama_get_memory.addressOf(pointer);
        this.settings = settings;
        batch = newBatch(settings.batch(), arena);
    }

    private static MemorySegment open(LlamaModel model, ContextSettings settings) {
        Library library = model.library();
        library.log().takeErrors();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = library.params().contextParams(arena);
            settings.writeTo(params, library.params().layouts().contextParams());
            NativeOptions.writeToContext(model.options(), params, library.params().layouts().contextParams());
            MemorySegment pointer = library.params().initContext(model.pointer(), params);
            if (pointer.address() == 0) {
                throw Refusal.input("engine.llamacpp.context", settings.tokens(), model.options().cacheType(),
                        model.options().flashAttention(), String.join(" · ", library.log().takeErrors()));
            }
            model.adapter().ifPresent(adapter -> adapter.applyTo(pointer, library.functions()));
            return pointer;
        }
    }

    ContextSettings settings() {
        return settings;
    }

    /** What the next call hands over. */
    TokenBatch batch() {
        return batch;
    }

    /** Forgets all sequences and empties the batch. Models that read a text at once have no memory of sequences. */
    void clear() {
        batch.clear();
        if (memory.address() != 0) {
            library.functions().llama_memory_clear.run(memory, true);
        }
    }

    /** Lets a sequence, which must be empty, go on from all that another one holds. */
    void copySequence(int from, int to) {
        library.functions().llama_memory_seq_cp.runAll(memory, from, to, -1, -1);
    }

    /** Forgets a sequence. */
    void removeSequence(int sequence) {
        library.functions().llama_memory_seq_rm.runAll(memory, sequence, -1, -1);
    }

    /** A further batch, in memory of the arena. */
    TokenBatch newBatch(int capacity, Arena in) {
        return new TokenBatch(library.params().layouts().batch(), capacity, in);
    }

    /** Hands over the context's own batch. */
    void compute() {
        compute(batch);
    }

    /** Hands over a batch: to the memory, or to a model that reads a text at once. */
    void compute(TokenBatch tokens) {
        long start = System.nanoTime();
        if (memory.address() != 0) {
            check("llama_decode", library.params().decode(pointer, tokens.struct()), tokens);
        } else {
            check("llama_encode", library.params().encode(pointer, tokens.struct()), tokens);
        }
        computeNanos += System.nanoTime() - start;
    }

    /** Nanoseconds spent inside {@code llama_decode} and {@code llama_encode} so far. */
    long computeNanos() {
        return computeNanos;
    }

    /** Waits until everything handed over is computed. */
    void synchronize() {
        library.functions().llama_synchronize.run(pointer);
    }

    /**
     * The logits after a token of the last batch, where llama.cpp holds them; valid until the next call.
     *
     * @param index of the token in the batch
     */
    MemorySegment logits(int index, int vocabulary) {
        MemorySegment logits = library.functions().llama_get_logits_ith.addressOf(pointer, index);
        return floats("llama_get_logits_ith", logits, vocabulary);
    }

    /** The pooled vector of a sequence of the last batch, where llama.cpp holds it; valid until the next call. */
    MemorySegment embedding(int sequence, int dimension) {
        MemorySegment vector = library.functions().llama_get_embeddings_seq.addressOf(pointer, sequence);
        return floats("llama_get_embeddings_seq", vector, dimension);
    }

    private MemorySegment floats(String function, MemorySegment start, int count) {
        if (start.address() == 0) {
            throw new EngineException(function + " returned nothing: " + String.join(" · ", library.log().takeErrors()));
        }
        return start.reinterpret((long) count * Float.BYTES);
    }

    private void check(String function, int code, TokenBatch tokens) {
        if (code != 0) {
            throw new EngineException(function + " of " + tokens.size() + " tokens returned " + code + " (" + meaning(code)
                    + "): " + String.join(" · ", library.log().takeErrors()));
        }
    }

    private static String meaning(int code) {
        return switch (code) {
            case 1 -> "no room in the cache";
            case 2 -> "aborted";
            case -1 -> "invalid batch";
            case -2 -> "out of memory";
            case -3 -> "computing failed";
            default -> "fatal error";
        };
    }

    @Override
    public void close() {
        library.functions().llama_free.run(pointer);
        arena.close();
    }
}
