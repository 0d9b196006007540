package pruefstand.catalogue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of a body at once, which takes the walk over a large file a quarter less time than byte by byte. The
 * first byte stands in the lowest bits; an answer has the highest bit of each byte it is about.
 */
final class EightBytes {

    static final int COUNT = 8;

    private static final VarHandle BYTES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x80 * ONES;
    private static final long OTHER_BITS = 0x7F * ONES;

    private EightBytes() {
    }

    static long read(byte[] bytes, int at) {
        return (long) BYTES.get(bytes, at);
    }

    /** Which bytes are SPACE; wrong for those after a byte beyond ASCII. */
    static long spaces(long bytes) {
        return equal(bytes, ' ');
    }

    /**
     * Which bytes need a closer look: all but printable ASCII, backslashes, colons, and a SPACE after a SPACE. Right up to the
     * first such byte.
     *
     * @param spaces of these bytes
     * @param spaceBefore 0x80 if a SPACE stands before them, else 0
     */
    static long stops(long bytes, long spaces, long spaceBefore) {
        long controls = ~((bytes | HIGHEST_BITS) - ' ' * ONES);
        long deleteOrBeyond = bytes | bytes + ONES;
        long secondSpaces = spaces & (spaces << 8 | spaceBefore);
        return (controls | deleteOrBeyond | equal(bytes, '\\') | equal(bytes, ':') | secondSpaces) & HIGHEST_BITS;
    }

    private static long equal(long bytes, char ascii) {
        return ~((bytes ^ ascii * ONES) + OTHER_BITS) & HIGHEST_BITS;
    }

    /**
     * How many bytes stand before the first one that an answer is about. The bits below its bit are set, one of each byte is kept,
     * and the product adds them up: the first compiler, with which short commands run, makes many steps of
     * {@code Long.numberOfTrailingZeros}.
     */
    static int before(long answer) {
        long below = Long.lowestOneBit(answer) - 1;
        return (int) ((below & ONES) * ONES >>> 56) - 1;
    }
}
