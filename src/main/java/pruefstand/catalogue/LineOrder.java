package pruefstand.catalogue;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Where the lines of a file belong. The smallest set of lines that must move is what the longest run of lines in ascending
 * order leaves over. Lines are counted from 0.
 */
final class LineOrder {

    private final Lines lines;
    private final BitSet staying;
    private final int[] moving;

    private LineOrder(Lines lines) {
        this.lines = lines;
        this.staying = longestRun(lines);
        this.moving = IntStream.range(0, lines.count()).filter(line -> !staying.get(line)).boxed().sorted(lines::compare)
                .mapToInt(Integer::intValue).toArray();
    }

    static LineOrder of(Lines lines) {
        return new LineOrder(lines);
    }

    /**
     * Found from the end of the file upwards, so that of two equally long runs the one stays that stands there first, and what
     * was added last moves.
     */
    private static BitSet longestRun(Lines lines) {
        int count = lines.count();
        int[] heads = new int[count];
        int[] after = new int[count];
        int length = 0;
        for (int line = count - 1; line >= 0; line--) {
            int place = length == 0 || lines.compare(line, heads[length - 1]) <= 0 ? length : place(lines, heads, length, line);
            after[line] = place == 0 ? -1 : heads[place - 1];
            heads[place] = line;
            length = Math.max(length, place + 1);
        }
        BitSet run = new BitSet(count);
        for (int line = length == 0 ? -1 : heads[length - 1]; line >= 0; line = after[line]) {
            run.set(line);
        }
        return run;
    }

    /** The first head that sorts before the line; the heads descend. */
    private static int place(Lines lines, int[] heads, int length, int line) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.compare(line, heads[middle]) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean stays(int line) {
        return staying.get(line);
    }

    /** The lines that must move, in the order in which they belong. */
    int[] moving() {
        return moving.clone();
    }

    /** All lines in ascending order; of equal ones the first comes first. */
    int[] sorted() {
        int[] sorted = new int[lines.count()];
        int stay = staying.nextSetBit(0);
        int move = 0;
        for (int place = 0; place < sorted.length; place++) {
            boolean next = stay >= 0 && (move == moving.length || compareStable(stay, moving[move]) < 0);
            sorted[place] = next ? stay : moving[move++];
            stay = next ? staying.nextSetBit(stay + 1) : stay;
        }
        return sorted;
    }

    private int compareStable(int line, int other) {
        int order = lines.compare(line, other);
        return order != 0 ? order : Integer.compare(line, other);
    }
}
