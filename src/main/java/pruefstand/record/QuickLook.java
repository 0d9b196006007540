package pruefstand.record;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Looks at places below one folder in half the time that Java takes: Linux is asked from that folder on, and no objects are made of paths and
 * answers. On other systems, and wherever something is not as expected, it sees nothing, which says nothing about the place. For one thread.
 */
final class QuickLook implements AutoCloseable {

    // Addresses are passed as numbers, which they are wherever this program runs, and memory is read as buffers: without the second compiler
    // both take a fraction of the time.
    private static final MethodHandle STATX = function("statx", ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
            ValueLayout.JAVA_LONG);
    private static final MethodHandle OPEN = function("open", ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
    private static final MethodHandle CLOSE = function("close", ValueLayout.JAVA_INT);
    private static final int FAILED = -1;

    /** {@code O_PATH | O_CLOEXEC}: only to go on from. */
    private static final int TO_GO_ON_FROM = 0x280000;
    /** {@code STATX_TYPE | STATX_MTIME | STATX_SIZE}. */
    private static final int WANTED = 0x241;
    private static final int TYPE = 0xF000;
    private static final int FOLDER = 0x4000;

    /** Where {@code struct statx}, which is the same on every processor, has what was wanted. */
    private static final int ANSWERED = 0;
    private static final int MODE = 28;
    private static final int SIZE = 40;
    private static final int SECONDS = 112;
    private static final int NANOSECONDS = 120;
    private static final int BYTES = 256;

    /** In bytes with the zero at the end; Linux takes no longer paths. */
    private static final int LONGEST = 4096;

    private final Arena arena = Arena.ofConfined();
    private final ByteBuffer name;
    private final long nameAt;
    private final ByteBuffer answer;
    private final long answerAt;
    private final int beginning;
    private final int folder;

    /**
     * Opens a folder.
     *
     * @param folder ends with a slash; paths of places begin with it
     */
    QuickLook(String folder) {
        MemorySegment asked = arena.allocate(LONGEST);
        MemorySegment answered = arena.allocate(BYTES, Long.BYTES);
        this.name = asked.asByteBuffer();
        this.nameAt = asked.address();
        this.answer = answered.asByteBuffer().order(ByteOrder.nativeOrder());
        this.answerAt = answered.address();
        byte[] path = folder.getBytes(StandardCharsets.UTF_8);
        this.beginning = path.length;
        this.folder = path.length < LONGEST ? open(path) : FAILED;
    }

    private int open(byte[] path) {
        name(path, 0, path.length);
        try {
            return (int) OPEN.invokeExact(nameAt, TO_GO_ON_FROM);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private void name(byte[] path, int from, int length) {
        name.put(0, path, from, length - from).put(length - from, (byte) 0);
    }

    /** Whether it sees what is at a place; links are followed. What it saw is told until it looks again. */
    boolean sees(PackedPlaces place) {
        if (folder == FAILED || place.length() >= LONGEST) {
            return false;
        }
        name(place.bytes(), beginning, place.length());
        try {
            return (int) STATX.invokeExact(folder, nameAt, 0, WANTED, answerAt) != FAILED
                    && (answer.getInt(ANSWERED) & WANTED) == WANTED;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    boolean isFolder() {
        return (answer.getShort(MODE) & TYPE) == FOLDER;
    }

    /** In bytes. */
    long size() {
        return answer.getLong(SIZE);
    }

    /** When it was last changed, in nanoseconds since 1970. */
    long time() {
        return answer.getLong(SECONDS) * 1_000_000_000L + answer.getInt(NANOSECONDS);
    }

    @Override
    public void close() {
        try {
            int _ = folder == FAILED ? FAILED : (int) CLOSE.invokeExact(folder);
        } catch (Throwable e) {
            throw unexpected(e);
        }
        arena.close();
    }

    /** A function of the system that returns a number; one that fails as they do where the system is another, or names files in another encoding. */
    private static MethodHandle function(String name, MemoryLayout... arguments) {
        FunctionDescriptor shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
        if (!System.getProperty("os.name").equals("Linux") || !System.getProperty("sun.jnu.encoding").equals("UTF-8")) {
            return failing(shape);
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find(name).map(function -> linker.downcallHandle(function, shape)).orElseGet(() -> failing(shape));
    }

    private static MethodHandle failing(FunctionDescriptor shape) {
        return MethodHandles.dropArguments(MethodHandles.constant(int.class, FAILED), 0, shape.toMethodType().parameterList());
    }

    private static IllegalStateException unexpected(Throwable e) {
        return new IllegalStateException("calls without Java in them throw nothing", e);
    }
}
