package pruefstand.engine.llamacpp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.engine.TokenSequence;

/**
 * Sequences that are decoded together.
 *
 * @param shape the shape that they have in common
 * @param members their places in the list that is being scored
 */
record ScoringBatch(ScoringShape shape, List<Integer> members) {

    /**
     * Divides a list into batches. Which sequences meet in a batch follows from the sequences alone, not from their order.
     *
     * @param contextLength most tokens of a sequence that are read
     */
    static List<ScoringBatch> plan(List<TokenSequence> sequences, int contextLength) {
        List<ScoringBatch> batches = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        ScoringShape shape = null;
        for (int index : inPinnedOrder(sequences)) {
            ScoringShape next = ScoringShape.of(read(sequences.get(index)), contextLength);
            if (!open.isEmpty() && (!next.equals(shape) || open.size() == shape.together())) {
                batches.add(new ScoringBatch(shape, List.copyOf(open)));
                open.clear();
            }
            shape = next;
            open.add(index);
        }
        if (!open.isEmpty()) {
            batches.add(new ScoringBatch(shape, List.copyOf(open)));
        }
        return batches;
    }

    /** The last token is scored, but nothing is asked after it. */
    private static int read(TokenSequence sequence) {
        return sequence.tokens().length - 1;
    }

    private static List<Integer> inPinnedOrder(List<TokenSequence> sequences) {
        Comparator<TokenSequence> order = Comparator.<TokenSequence>comparingInt(s -> s.tokens().length)
                .thenComparing(TokenSequence::tokens, Arrays::compare).thenComparingInt(TokenSequence::from);
        return IntStream.range(0, sequences.size()).boxed().sorted(Comparator.comparing(sequences::get, order)).toList();
    }
}
