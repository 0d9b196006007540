package pruefstand.engine.llamacpp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.engine.TokenSequence;

/**
 * Divides sequences into batches. How a sequence is decoded follows from the sequence alone, and which of them meet in a batch
 * from the sequences, not from their order.
 *
 * @param sequences what is scored
 * @param contextLength most tokens of a sequence that are read
 */
record ScoringPlan(List<TokenSequence> sequences, int contextLength) {

    private static final Comparator<TokenSequence> BY_TOKENS = Comparator.comparing(TokenSequence::tokens, Arrays::compare);
    private static final Comparator<TokenSequence> BY_LENGTH = Comparator.<TokenSequence>comparingInt(s -> s.tokens().length)
            .thenComparing(BY_TOKENS).thenComparingInt(TokenSequence::from);
    private static final Comparator<TokenSequence> BY_CONTEXT =
            Comparator.comparingInt(TokenSequence::from).thenComparing(BY_TOKENS);

    List<ScoringBatch> batches() {
        List<ScoringBatch> batches = new ArrayList<>();
        addApart(batches);
        addSharing(batches);
        return batches;
    }

    private void addApart(List<ScoringBatch> batches) {
        List<Integer> open = new ArrayList<>();
        ScoringShape shape = null;
        for (int index : inOrder(BY_LENGTH, false)) {
            ScoringShape next = ScoringShape.of(read(sequences.get(index)), contextLength);
            if (!open.isEmpty() && (!next.equals(shape) || open.size() == shape.together())) {
                batches.add(new ScoringBatch.Apart(shape, List.copyOf(open)));
                open.clear();
            }
            shape = next;
            open.add(index);
        }
        if (!open.isEmpty()) {
            batches.add(new ScoringBatch.Apart(shape, List.copyOf(open)));
        }
    }

    private void addSharing(List<ScoringBatch> batches) {
        List<Integer> order = inOrder(BY_CONTEXT, true);
        for (int start = 0; start < order.size();) {
            int end = start + 1;
            while (end < order.size() && isSameContext(sequences.get(order.get(start)), sequences.get(order.get(end)))) {
                end++;
            }
            batches.add(sharing(List.copyOf(order.subList(start, end))));
            start = end;
        }
    }

    private static boolean isSameContext(TokenSequence one, TokenSequence other) {
        int from = one.from();
        return from == other.from() && Arrays.equals(one.tokens(), 0, from, other.tokens(), 0, from);
    }

    private ScoringBatch sharing(List<Integer> members) {
        int longest = members.stream().mapToInt(member -> sequences.get(member).scored()).max().orElseThrow();
        int from = sequences.get(members.getFirst()).from();
        return new ScoringBatch.Sharing(ContinuationShape.of(from, longest, members.size()), members);
    }

    /** The last token is scored, but nothing is asked after it. */
    private static int read(TokenSequence sequence) {
        return sequence.tokens().length - 1;
    }

    private List<Integer> inOrder(Comparator<TokenSequence> order, boolean continuations) {
        return IntStream.range(0, sequences.size())
                .filter(index -> ContinuationShape.suits(sequences.get(index), contextLength) == continuations).boxed()
                .sorted(Comparator.comparing(sequences::get, order)).toList();
    }
}
