package pruefstand.catalogue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Where the lines of a file stand and where they belong. The smallest set of lines that must move is what the longest run of
 * lines in ascending order leaves over.
 */
final class LineOrder {

    private final ReviewFile file;
    private final long[] starts;
    private final int count;
    private final long end;

    private LineOrder(ReviewFile file, long[] starts, int count, long end) {
        this.file = file;
        this.starts = starts;
        this.count = count;
        this.end = end;
    }

    static LineOrder of(ReviewFile file) {
        long[] starts = new long[1024];
        int count = 0;
        LineCursor line = file.lines();
        while (line.next()) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = line.offset(line.from());
        }
        long end = file.bytes().byteSize() + (line.hasLineFeed() ? 0 : 1);
        return new LineOrder(file, starts, count, end);
    }

    int count() {
        return count;
    }

    long from(int line) {
        return starts[line];
    }

    /** Offset after the last byte of a line, without its line feed. */
    long to(int line) {
        return (line + 1 < count ? starts[line + 1] : end) - 1;
    }

    int compare(int line, int other) {
        return file.compare(from(line), to(line), from(other), to(other));
    }

    /**
     * The lines, counted from 0, that stay where they are: the longest run in ascending order. Found from the end of the file
     * upwards, so that of two equally long runs the one stays that stands there first, and what was added last moves.
     */
    BitSet staying() {
        int[] heads = new int[count];
        int[] after = new int[count];
        int length = 0;
        for (int line = count - 1; line >= 0; line--) {
            int place = length == 0 || compare(line, heads[length - 1]) <= 0 ? length : place(heads, length, line);
            after[line] = place == 0 ? -1 : heads[place - 1];
            heads[place] = line;
            length = Math.max(length, place + 1);
        }
        BitSet staying = new BitSet(count);
        for (int line = length == 0 ? -1 : heads[length - 1]; line >= 0; line = after[line]) {
            staying.set(line);
        }
        return staying;
    }

    /** The first head that sorts before the line; the heads descend. */
    private int place(int[] heads, int length, int line) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(line, heads[middle]) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The lines that must move, in the order in which they belong. */
    int[] moving(BitSet staying) {
        return IntStream.range(0, count).filter(line -> !staying.get(line)).boxed().sorted(this::compare)
                .mapToInt(Integer::intValue).toArray();
    }

    /** All lines in ascending order; of equal ones the first comes first. */
    int[] sorted(BitSet staying, int[] moving) {
        int[] sorted = new int[count];
        int stay = staying.nextSetBit(0);
        int move = 0;
        for (int place = 0; place < count; place++) {
            boolean next = stay >= 0 && (move == moving.length || compareStable(stay, moving[move]) < 0);
            sorted[place] = next ? stay : moving[move++];
            stay = next ? staying.nextSetBit(stay + 1) : stay;
        }
        return sorted;
    }

    private int compareStable(int line, int other) {
        int order = compare(line, other);
        return order != 0 ? order : Integer.compare(line, other);
    }
}
