package pruefstand.engine.llamacpp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts that are read in one call, and where each lies in it. Attention adds up in tiles of the call's tokens, and inside a tile
 * in lanes of vector registers. So a text starts at a lane boundary and does not cross a tile boundary that it would not cross
 * alone: then its vector is, to the last bits, the same whatever the call holds besides. What stays free is filled with tokens
 * that belong to no text.
 *
 * @param members the texts, by where they start
 * @param tokens of the whole call, a whole number of tiles
 */
record EncoderBatch(List<Member> members, int tokens) {

    /** Sequences that a call can hold: texts, and the gaps between them. */
    static final int SEQUENCES = 32;

    private static final int LANES = 16;
    private static final int TILE = 64;

    // Each token of a call is compared with all others, even those of other texts, so larger calls waste more.
    static final int USUAL_TOKENS = 256;

    /**
     * A text in a call.
     *
     * @param index its place in the list
     * @param start its first token's place in the call
     * @param length its tokens
     */
    record Member(int index, int start, int length) {

        int end() {
            return start + length;
        }
    }

    /**
     * Divides a list into batches. What meets in one follows from the texts, not from their order; empty ones are left out.
     *
     * @param budget tokens of a call; a single text may be longer
     */
    static List<EncoderBatch> plan(List<EncoderInput> inputs, int budget) {
        List<EncoderBatch> batches = new ArrayList<>();
        List<Member> open = new ArrayList<>();
        for (int index : inPinnedOrder(inputs)) {
            Member next = placed(index, open.isEmpty() ? 0 : open.getLast().end(), inputs.get(index).tokens().length);
            if (!open.isEmpty() && next.end() > budget) {
                batches.add(of(open));
                open.clear();
                next = placed(index, 0, next.length());
            }
            open.add(next);
        }
        if (!open.isEmpty()) {
            batches.add(of(open));
        }
        return batches;
    }

    private static Member placed(int index, int free, int length) {
        int start = roundUp(free, LANES);
        boolean crosses = start % TILE + length > TILE;
        return new Member(index, crosses ? roundUp(start, TILE) : start, length);
    }

    private static EncoderBatch of(List<Member> members) {
        return new EncoderBatch(List.copyOf(members), roundUp(members.getLast().end(), TILE));
    }

    private static int roundUp(int value, int step) {
        return Math.ceilDiv(value, step) * step;
    }

    private static List<Integer> inPinnedOrder(List<EncoderInput> inputs) {
        Comparator<EncoderInput> order = Comparator.<EncoderInput>comparingInt(input -> input.tokens().length)
                .thenComparing(EncoderInput::tokens, Arrays::compare);
        return IntStream.range(0, inputs.size()).filter(i -> inputs.get(i).tokens().length > 0).boxed()
                .sorted(Comparator.comparing(inputs::get, order)).toList();
    }

    /** Tokens that the context must hold: one size for all usual calls, powers of two beyond. */
    int room() {
        return tokens <= USUAL_TOKENS ? USUAL_TOKENS : Math.toIntExact(Integer.highestOneBit(tokens - 1) * 2L);
    }
}
