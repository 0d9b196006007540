package pruefstand.catalogue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Walks over the lines of a file, as {@code sort} counts them: a last one without line feed is a line too. */
final class LineCursor {

    private final MemorySegment bytes;
    private int number;
    private long from;
    private long to;
    private long next;

    LineCursor(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next line; false after the last. */
    boolean next() {
        if (next >= bytes.byteSize()) {
            return false;
        }
        number++;
        from = next;
        to = from;
        while (to < bytes.byteSize() && bytes.get(ValueLayout.JAVA_BYTE, to) != '\n') {
            to++;
        }
        next = to + 1;
        return true;
    }

    /** From 1. */
    int number() {
        return number;
    }

    /** Offset of the first byte. */
    long from() {
        return from;
    }

    /** Offset after the last byte, where the line feed stands. */
    long to() {
        return to;
    }

    boolean hasLineFeed() {
        return to < bytes.byteSize();
    }
}
