package pruefstand.catalogue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Every line of a file, counted from 0, some of them replaced by another text. */
final class Lines {

    private final MemorySegment bytes;
    private final long[] starts;
    private final int count;
    private final boolean endsInLineFeed;
    private final Map<Integer, byte[]> replaced;

    private Lines(MemorySegment bytes, long[] starts, int count, boolean endsInLineFeed, Map<Integer, byte[]> replaced) {
        this.bytes = bytes;
        this.starts = starts;
        this.count = count;
        this.endsInLineFeed = endsInLineFeed;
        this.replaced = replaced;
    }

    static Lines of(ReviewFile file) {
        long[] starts = new long[1024];
        int count = 0;
        LineCursor line = file.lines();
        while (line.next()) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = line.offset(line.from());
        }
        return new Lines(file.bytes(), starts, count, count == 0 || line.hasLineFeed(), Map.of());
    }

    /** The same lines with some of them replaced; the numbers stay. */
    Lines replace(Map<Integer, byte[]> texts) {
        return new Lines(bytes, starts, count, endsInLineFeed, Map.copyOf(texts));
    }

    int count() {
        return count;
    }

    /** Whether the last line has a line feed too; so it is for a file without lines. */
    boolean endInLineFeed() {
        return endsInLineFeed;
    }

    boolean isReplaced(int line) {
        return replaced.containsKey(line);
    }

    /** Where the line stands in the file that it comes from. */
    long offset(int line) {
        return line < count ? starts[line] : bytes.byteSize();
    }

    /** Without the line feed. */
    MemorySegment bytes(int line) {
        byte[] other = replaced.get(line);
        if (other != null) {
            return MemorySegment.ofArray(other);
        }
        boolean lineFeed = line + 1 < count || endsInLineFeed;
        return bytes.asSlice(starts[line], offset(line + 1) - starts[line] - (lineFeed ? 1 : 0));
    }

    byte[] copy(int line) {
        return bytes(line).toArray(ValueLayout.JAVA_BYTE);
    }

    /** The text of a line; empty if it is not valid UTF-8. */
    Optional<LineText> text(int line) {
        byte[] copy = copy(line);
        return Utf8.decode(copy, 0, copy.length).map(decoded -> LineText.of(decoded, line == 0));
    }

    /** How two lines sort: bytes unsigned, the shorter first, as {@code LC_ALL=C sort} has it. */
    int compare(int line, int other) {
        return compare(bytes(line), bytes(other));
    }

    /** How a line sorts against a text that is none of the lines. */
    int compare(int line, byte[] text) {
        return compare(bytes(line), MemorySegment.ofArray(text));
    }

    private static int compare(MemorySegment one, MemorySegment other) {
        long mismatch = one.mismatch(other);
        if (mismatch < 0) {
            return 0;
        }
        if (mismatch == one.byteSize() || mismatch == other.byteSize()) {
            return Long.compare(one.byteSize(), other.byteSize());
        }
        return Byte.compareUnsigned(one.get(ValueLayout.JAVA_BYTE, mismatch), other.get(ValueLayout.JAVA_BYTE, mismatch));
    }
}
