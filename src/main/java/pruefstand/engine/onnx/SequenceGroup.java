package pruefstand.engine.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.engine.TokenSequence;

/**
 * Sequences that are scored together: those that begin alike, whose beginning is read once; or any, where nothing is shared.
 * What meets in a group follows from the sequences, not from their order. The last token of a sequence is never read.
 *
 * @param shared tokens at the beginning that all have in common
 * @param members places in the list of sequences, shorter ones first
 */
record SequenceGroup(int shared, List<Integer> members) {

    // The choices of one question have nearly all of what is shared in common; another question after the same examples has not.
    private static final double NEARLY_ALL = 0.9;

    /**
     * Divides sequences into groups.
     *
     * @param sharing whether the model can go on from a beginning that it has read
     * @param budget tokens of a group in which nothing is shared, those included that only fill it up
     */
    static List<SequenceGroup> plan(List<TokenSequence> sequences, boolean sharing, int budget) {
        List<SequenceGroup> groups = new ArrayList<>();
        List<Integer> alone = new ArrayList<>();
        for (SequenceGroup family : sharing ? families(sequences) : List.<SequenceGroup>of()) {
            if (family.members.size() > 1) {
                groups.add(family.shortestFirst(sequences));
            } else {
                alone.addAll(family.members);
            }
        }
        alone.addAll(sharing ? List.of() : inOrderOfText(sequences));
        groups.addAll(unshared(sequences, alone, budget));
        return groups;
    }

    private static List<Integer> inOrderOfText(List<TokenSequence> sequences) {
        Comparator<TokenSequence> order = Comparator.comparing(TokenSequence::tokens, Arrays::compare)
                .thenComparing(TokenSequence::from);
        return IntStream.range(0, sequences.size()).boxed().sorted(Comparator.comparing(sequences::get, order)).toList();
    }

    private static List<SequenceGroup> families(List<TokenSequence> sequences) {
        List<SequenceGroup> families = new ArrayList<>();
        for (int next : inOrderOfText(sequences)) {
            SequenceGroup last = families.isEmpty() ? new SequenceGroup(0, List.of()) : families.getLast();
            int shared = last.sharedWith(sequences.get(next), sequences);
            if (shared > 0) {
                List<Integer> members = new ArrayList<>(last.members);
                members.add(next);
                families.set(families.size() - 1, new SequenceGroup(shared, members));
            } else {
                families.add(new SequenceGroup(read(sequences.get(next)), List.of(next)));
            }
        }
        return families;
    }

    /** What would be shared if another joined; 0 where it had better not: less than half of it, or of what is shared now. */
    private int sharedWith(TokenSequence next, List<TokenSequence> sequences) {
        if (members.isEmpty()) {
            return 0;
        }
        TokenSequence first = sequences.get(members.getFirst());
        int mismatch = Arrays.mismatch(first.tokens(), next.tokens());
        int common = Math.min(mismatch < 0 ? shared : Math.min(mismatch, shared), read(next));
        boolean much = 2 * common >= Math.max(read(next), read(first));
        return much && (members.size() == 1 || common >= NEARLY_ALL * shared) ? common : 0;
    }

    /** Tokens of a sequence that are read. */
    static int read(TokenSequence sequence) {
        return sequence.tokens().length - 1;
    }

    private SequenceGroup shortestFirst(List<TokenSequence> sequences) {
        return new SequenceGroup(shared, members.stream()
                .sorted(Comparator.comparingInt(member -> read(sequences.get(member)))).toList());
    }

    private static List<SequenceGroup> unshared(List<TokenSequence> sequences, List<Integer> alone, int budget) {
        List<SequenceGroup> groups = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int next : new SequenceGroup(0, alone).shortestFirst(sequences).members) {
            if (!open.isEmpty() && (open.size() + 1L) * read(sequences.get(next)) > budget) {
                groups.add(new SequenceGroup(0, List.copyOf(open)));
                open.clear();
            }
            open.add(next);
        }
        if (!open.isEmpty()) {
            groups.add(new SequenceGroup(0, List.copyOf(open)));
        }
        return groups;
    }
}
