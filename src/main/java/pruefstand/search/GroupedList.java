package pruefstand.search;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The passages that hold a term, by the groups they are in: where passages of one group are others, the rest is not even read.
 *
 * @param groups that have such passages, in order
 * @param ends where the piece of each ends
 * @param pieces of all, as {@link TermList#written} writes them; their passages are counted from the first of the group
 * @param occurrences of the term in all
 */
record GroupedList(int[] groups, int[] ends, byte[] pieces, long occurrences) {

    /** Of a term that no passage has. */
    static final GroupedList NONE = new GroupedList(new int[0], new int[0], new byte[0], 0);

    /**
     * That of passages.
     *
     * @param firsts number of the first passage of each group, and of one behind the last
     */
    static GroupedList of(TermList list, int[] firsts) {
        Pieces pieces = new Pieces();
        int from = 0;
        for (int group = 0; from < list.size(); group++) {
            int to = from;
            while (to < list.size() && list.passage(to) < firsts[group + 1]) {
                to++;
            }
            if (to > from) {
                pieces.add(group, list.between(from, to).moved(-firsts[group]).written());
            }
            from = to;
        }
        return pieces.joined(list.occurrences());
    }

    /** Puts pieces together. */
    private static final class Pieces {

        private final List<Integer> groups = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void add(int group, byte[] piece) {
            if (piece.length > 0) {
                groups.add(group);
                bytes.writeBytes(piece);
                ends.add(bytes.size());
            }
        }

        GroupedList joined(long occurrences) {
            return new GroupedList(ints(groups), ints(ends), bytes.toByteArray(), occurrences);
        }

        private static int[] ints(List<Integer> all) {
            return all.stream().mapToInt(each -> each).toArray();
        }
    }

    /** What it is once some groups have these passages instead of theirs; itself where they are the same. */
    GroupedList with(Collection<Integer> changed, GroupedList now) {
        if (groups.length == 0) {
            return now;
        }
        if (changed.stream().allMatch(group -> Arrays.equals(piece(group), now.piece(group)))) {
            return this;
        }
        SortedSet<Integer> all = new TreeSet<>();
        IntStream.concat(Arrays.stream(groups), Arrays.stream(now.groups)).forEach(all::add);
        Pieces joined = new Pieces();
        all.forEach(group -> joined.add(group, changed.contains(group) ? now.piece(group) : piece(group)));
        long before = changed.stream().filter(group -> Arrays.binarySearch(groups, group) >= 0).mapToLong(group -> TermList.read(piece(group)).occurrences()).sum();
        return joined.joined(occurrences - before + now.occurrences);
    }

    private byte[] piece(int group) {
        int at = Arrays.binarySearch(groups, group);
        return at < 0 ? NONE.pieces : Arrays.copyOfRange(pieces, from(at), ends[at]);
    }

    private int from(int at) {
        return at == 0 ? 0 : ends[at - 1];
    }

    /** Whether passages of one of these groups are among them. */
    boolean isIn(Collection<Integer> some) {
        return some.stream().anyMatch(group -> Arrays.binarySearch(groups, group) >= 0);
    }

    /** How many passages hold the term. */
    int size() {
        return TermList.size(pieces);
    }

    /** At least so many bytes are {@link #whole} once it is written: one for each number. */
    int leastBytes() {
        return Digits.count(pieces);
    }

    /** At most so many bytes are {@link #whole} once it is written: only the first distance of each piece is another there. */
    int mostBytes() {
        return pieces.length + Digits.LONGEST * groups.length;
    }

    /**
     * All of them.
     *
     * @param firsts as {@link #of} has them
     */
    TermList whole(int[] firsts) {
        int[] numbers = Digits.read(pieces);
        int start = 0;
        for (int at = 0; at < groups.length; at++) {
            int end = start + Digits.count(pieces, from(at), ends[at]);
            numbers[start] += firsts[groups[at]];
            TermList.addUp(numbers, start, end);
            start = end;
        }
        return new TermList(numbers);
    }
}
