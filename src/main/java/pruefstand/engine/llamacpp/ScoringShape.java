package pruefstand.engine.llamacpp;

/**
 * How a sequence of a certain length is decoded. It follows from that length alone, so that a score never depends on what else
 * is scored: sequences of one batch are filled up to the same length (what stands after a token does not change its score), and
 * the context is chosen by length too, since some models choose their position encoding by the size of the context.
 *
 * @param length tokens of each sequence, filled up
 * @param room tokens that the context holds for each sequence
 */
record ScoringShape(int length, int room) {

    /** Most tokens of one decode call. */
    static final int BATCH = 512;

    private static final int STEP = 32;
    private static final int SMALLEST_ROOM = 256;
    private static final int MOST_TOGETHER = 8;

    static ScoringShape of(int length, int contextLength) {
        int room = Math.min(contextLength, Math.max(SMALLEST_ROOM, powerOfTwoFrom(length)));
        int filled = Math.min(room, (length + STEP - 1) / STEP * STEP);
        return new ScoringShape(filled, room);
    }

    private static int powerOfTwoFrom(int length) {
        return length <= 1 ? 1 : Math.toIntExact(Integer.highestOneBit(length - 1) * 2L);
    }

    /** Sequences that the context has room for; with more room, each fills a call, and room for others would only be cleared. */
    int sequences() {
        return room > SMALLEST_ROOM ? 1 : MOST_TOGETHER;
    }

    /** Sequences that are decoded in one call. */
    int together() {
        return Math.clamp(BATCH / length, 1, sequences());
    }
}
