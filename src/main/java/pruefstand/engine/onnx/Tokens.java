package pruefstand.engine.onnx;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What a model reads of a text, or of a pair of texts.
 *
 * @param ids of the tokens, those that the tokenizer adds included
 * @param types which text each belongs to
 * @param added whether the tokenizer added it
 * @param truncated whether the text was longer than the model reads
 */
record Tokens(long[] ids, long[] types, boolean[] added, boolean truncated) {

    /** Shorter ones first; those that are equal here give equal results. */
    static final Comparator<Tokens> ORDER = Comparator.comparingInt(Tokens::length).thenComparing(Tokens::ids, Arrays::compare)
            .thenComparing(Tokens::types, Arrays::compare);

    /** Tokens of which only the ids matter. */
    static Tokens of(int[] ids, int from, int to) {
        int length = to - from;
        return new Tokens(Arrays.stream(ids, from, to).asLongStream().toArray(), new long[length], new boolean[length], false);
    }

    int length() {
        return ids.length;
    }

    /** The place of a token; -1 where there is none. */
    int indexOf(long id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    /** The places of tokens that come from the text itself. */
    IntStream own() {
        return IntStream.range(0, ids.length).filter(i -> !added[i]);
    }

    /** The same with another token in one place. */
    Tokens with(int place, long id) {
        long[] changed = ids.clone();
        changed[place] = id;
        return new Tokens(changed, types, added, truncated);
    }
}
