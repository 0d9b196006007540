package pruefstand.task.perplexity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.engine.TokenSequence;

/**
 * Cuts what does not fit a model's context. What fits is one sequence. Otherwise the windows are full and overlap by half: each
 * scored token has at least half a window before it as soon as there is that much, and is scored once.
 *
 * @param head tokens that begin every window
 * @param capacity tokens of a window, its head included
 */
record Windows(int[] head, int capacity) {

    /** The sequences that score {@code scored}, given {@code before}. */
    List<TokenSequence> over(int[] before, int[] scored) {
        int[] all = concatenate(before, scored);
        int room = capacity - head.length;
        List<TokenSequence> windows = new ArrayList<>();
        int overlap = room / 2;
        int start = all.length <= room ? 0 : Math.max(0, before.length - overlap);
        for (int next = before.length; next < all.length;) {
            int end = Math.min(all.length, start + room);
            start = Math.max(0, Math.min(start, all.length - room));
            windows.add(window(all, start, end, next));
            next = end;
            start = end - overlap;
        }
        return windows;
    }

    private TokenSequence window(int[] all, int start, int end, int next) {
        int[] tokens = concatenate(head, Arrays.copyOfRange(all, start, end));
        return new TokenSequence(tokens, head.length + next - start);
    }

    static int[] concatenate(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }
}
