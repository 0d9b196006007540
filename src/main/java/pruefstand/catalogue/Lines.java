package pruefstand.catalogue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
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
        Lines.Builder lines = new Lines.Builder();
        LineCursor line = file.lines();
        while (line.next()) {
            lines.add(line.offset(line.from()));
        }
        return lines.build(file, line.hasLineFeed());
    }

    /** Gathers where lines start, in order. */
    static final class Builder {

        private long[] starts = new long[1024];
        private int count;

        void add(long start) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, Math.max(16, count * 2));
            }
            starts[count++] = start;
        }

        /** Takes over what another one gathered further down. */
        void addAll(Builder other) {
            starts = Arrays.copyOf(starts, count + other.count);
            System.arraycopy(other.starts, 0, starts, count, other.count);
            count += other.count;
        }

        int count() {
            return count;
        }

        Lines build(ReviewFile file, boolean lastHasLineFeed) {
            return new Lines(file.bytes(), starts, count, count == 0 || lastHasLineFeed, Map.of());
        }
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
        return bytes.asSlice(starts[line], offset(line + 1) - starts[line] - (hasLineFeed(line) ? 1 : 0));
    }

    byte[] copy(int line) {
        return bytes(line).toArray(ValueLayout.JAVA_BYTE);
    }

    /** The text of a line; empty if it is not valid UTF-8. */
    Optional<LineText> text(int line) {
        byte[] copy = copy(line);
        return Utf8.decode(copy, 0, copy.length).map(decoded -> LineText.of(decoded, line == 0));
    }

    /** The text of a line whatever it holds, with U+FFFD in place of what is not UTF-8. */
    String shown(int line) {
        return new String(copy(line), StandardCharsets.UTF_8);
    }

    /** Whether the line ends in a line feed: every line but perhaps the last. */
    boolean hasLineFeed(int line) {
        return line + 1 < count || endsInLineFeed;
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
