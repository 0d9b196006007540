package pruefstand.engine.llamacpp;

import java.lang.foreign.MemorySegment;

/**
 * The shape of a context.
 *
 * @param tokens that all its sequences may hold together
 * @param sequences how many there are
 * @param batch most tokens of one call
 * @param microBatch most tokens that are computed at once
 * @param threads threads to compute with
 * @param use what it is for
 */
record ContextSettings(int tokens, int sequences, int batch, int microBatch, int threads, Use use) {

    /** What a context gives. */
    sealed interface Use {

        /** Logits; each sequence has a cache of its own, so that what one holds never changes how another is computed. */
        record Logits() implements Use {
        }

        /** Logits; one cache for all sequences, so that they can share what they have in common. */
        record SharedLogits() implements Use {
        }

        /**
         * A vector for each sequence. One cache for all: a sequence whose tokens were split over several micro-batches would be
         * pooled wrongly.
         *
         * @param pooling llama.cpp's number
         */
        record Embeddings(int pooling) implements Use {
        }
    }

    void writeTo(MemorySegment struct, StructLayout layout) {
        layout.set(struct, "n_ctx", tokens);
        layout.set(struct, "n_seq_max", sequences);
        layout.set(struct, "n_batch", batch);
        layout.set(struct, "n_ubatch", microBatch);
        layout.set(struct, "n_threads", threads);
        layout.set(struct, "n_threads_batch", threads);
        switch (use) {
            case Use.Logits() -> layout.set(struct, "kv_unified", 0);
            case Use.SharedLogits() -> layout.set(struct, "kv_unified", 1);
            case Use.Embeddings(int pooling) -> {
                layout.set(struct, "embeddings", 1);
                layout.set(struct, "pooling_type", pooling);
                layout.set(struct, "kv_unified", 1);
            }
        }
    }
}
