package pruefstand.catalogue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import pruefstand.text.Refusal;

/**
 * Walks over the lines of a file, as {@code sort} counts them: a last one without line feed is a line too. The file is read in
 * blocks of whole lines, so that a walk needs no more memory than a block and the longest line.
 */
final class LineCursor {

    private static final int BLOCK = 1 << 18;
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final MemorySegment file;
    private final long fileEnd;
    private long blockOffset;
    private byte[] block = new byte[0];
    private int limit;
    private int number;
    private int from;
    private int to;
    private int next;
    private int aboveFrom;
    private int aboveTo;
    private byte[] aboveBlock = block;

    LineCursor(MemorySegment file) {
        this(file, 0, file.byteSize());
    }

    /** Walks over a part of a file that starts and ends between two lines; counts its lines from 1. */
    LineCursor(MemorySegment file, long start, long end) {
        this.file = file;
        this.blockOffset = start;
        this.fileEnd = end;
    }

    /** Goes to the next line; false after the last. */
    boolean next() {
        if (!start()) {
            return false;
        }
        end(lineFeed());
        return true;
    }

    /** Goes to the start of the next line, whose end the caller finds and says; false after the last line. */
    boolean start() {
        aboveFrom = from;
        aboveTo = to;
        aboveBlock = block;
        if (next >= limit && !load()) {
            return false;
        }
        number++;
        from = next;
        return true;
    }

    /** Says where the line ends that was started. */
    void end(int lineFeed) {
        to = lineFeed;
        next = lineFeed + 1;
    }

    /** Where the started line ends: its line feed, or the end of the file. */
    int lineFeed() {
        int at = from;
        while (at < limit && block[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean load() {
        blockOffset += next;
        if (blockOffset >= fileEnd) {
            return false;
        }
        keepLineAbove();
        int size = BLOCK;
        while (!fill(size)) {
            if (size == LARGEST) {
                throw Refusal.input("catalogue.file.line", Integer.toString(number + 1));
            }
            size = (int) Math.min(2L * size, LARGEST);
        }
        next = 0;
        return true;
    }

    /** The block is about to be filled anew. */
    private void keepLineAbove() {
        aboveBlock = Arrays.copyOfRange(block, from, to);
        aboveFrom = 0;
        aboveTo = aboveBlock.length;
    }

    /** Fills the block with as many whole lines as it holds; false if it holds none. */
    private boolean fill(int size) {
        long left = fileEnd - blockOffset;
        int filled = (int) Math.min(size, left);
        if (block.length < filled) {
            block = new byte[filled];
        }
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, blockOffset, block, 0, filled);
        limit = filled;
        while (filled < left && limit > 0 && block[limit - 1] != '\n') {
            limit--;
        }
        return limit > 0;
    }

    /** From 1. */
    int number() {
        return number;
    }

    /** The block that holds the line. */
    byte[] bytes() {
        return block;
    }

    /** Where the whole lines of the block end. */
    int limit() {
        return limit;
    }

    /** Index of the first byte in the block. */
    int from() {
        return from;
    }

    /** Index after the last byte, where the line feed stands. */
    int to() {
        return to;
    }

    /** Where an index of the block lies in the file. */
    long offset(int index) {
        return blockOffset + index;
    }

    boolean hasLineFeed() {
        return to < limit;
    }

    /** The text of the line; empty if it is not valid UTF-8. */
    Optional<LineText> text() {
        return Utf8.decode(block, from, to).map(decoded -> LineText.of(decoded, offset(from) == 0));
    }

    /** How the line above sorts against this one, bytes unsigned; negative for the first line. */
    int compareAbove() {
        return number == 1 ? -1 : Arrays.compareUnsigned(aboveBlock, aboveFrom, aboveTo, block, from, to);
    }
}
