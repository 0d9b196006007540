package pruefstand.engine.llamacpp;

import pruefstand.engine.TokenSequence;

/**
 * How a short continuation of a long context is decoded: the context once, then the rest, perhaps together with the rests of
 * other continuations of the same context. llama.cpp computes attention in single precision where a call has at least a tile of
 * tokens, and in half precision, each token for itself, where it has fewer. So that it is always the same for a context
 * and for a rest, contexts are at least a tile long and calls for rests at most: then a score has the same bits whether
 * others share its context or not.
 *
 * @param prefix tokens of the context that are read before the continuations part; the last one is read by each for itself
 * @param rest tokens that each continuation reads, filled up to the same number
 * @param calls how many calls the rests are divided into, evenly
 */
record ContinuationShape(int prefix, int rest, int calls) {

    /** Sequences of the context: the shared beginning, and as many continuations as one call may have. */
    static final int SEQUENCES = 8;

    /** Tokens that attention computes together. */
    private static final int TILE = 64;

    private static final int STEP = 4;
    private static final int MOST_OF_A_CALL = TILE - STEP;
    // Fewer rows of a matrix are multiplied by other kernels than many, with other last bits.
    private static final int LEAST_OF_A_CALL = 16;

    /** Whether a sequence is decoded in this way; it follows from the sequence alone. */
    static boolean suits(TokenSequence sequence, int contextLength) {
        int prefix = sequence.from() - 1;
        int rest = roundUp(Math.max(LEAST_OF_A_CALL, sequence.scored()));
        return prefix >= TILE && rest <= MOST_OF_A_CALL && prefix + rest <= contextLength;
    }

    /**
     * The shape of continuations of one context.
     *
     * @param from index of the first scored token of each
     * @param longest most scored tokens of one
     * @param count how many there are
     */
    static ContinuationShape of(int from, int longest, int count) {
        int rest = roundUp(Math.max(longest, Math.ceilDiv(LEAST_OF_A_CALL, count)));
        return new ContinuationShape(from - 1, rest, Math.ceilDiv(count, Math.min(SEQUENCES - 1, MOST_OF_A_CALL / rest)));
    }

    private static int roundUp(int tokens) {
        return Math.ceilDiv(tokens, STEP) * STEP;
    }

    /** Tokens that the context has room for; it follows from the prefix alone. */
    int room() {
        return ScoringShape.of(prefix + MOST_OF_A_CALL, Integer.MAX_VALUE).room();
    }
}
