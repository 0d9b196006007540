package pruefstand.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import pruefstand.text.Refusal;

/**
 * The bytes of a review file. Nothing is decoded until a line is asked for. Large files are mapped, so that memory stays
 * bounded; small ones are read, so that a program which cuts them meanwhile does no harm.
 */
public final class ReviewFile {

    private static final int COPIED_AT_ONCE = 1 << 16;
    private static final long LARGEST_THAT_IS_READ = 32L << 20;

    private final String name;
    private final MemorySegment bytes;

    private ReviewFile(String name, MemorySegment bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * A file.
     *
     * @throws Refusal if it is missing or cannot be read
     */
    public static ReviewFile read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw Refusal.input("catalogue.file.folder", path.toString());
            }
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST_THAT_IS_READ) {
                return new ReviewFile(path.toString(), map(path));
            }
            return of(path.toString(), Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw Refusal.missing("catalogue.file.missing", path.toString()).because(e);
        } catch (AccessDeniedException e) {
            throw Refusal.input("catalogue.file.denied", path.toString()).because(e);
        } catch (IOException e) {
            throw Refusal.input("catalogue.file.unreadable", path.toString(), String.valueOf(e.getMessage())).because(e);
        }
    }

    private static MemorySegment map(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }

    /**
     * Everything that a stream still holds.
     *
     * @param name how findings name it
     */
    public static ReviewFile read(String name, InputStream in) {
        try {
            return of(name, in.readAllBytes());
        } catch (IOException e) {
            throw Refusal.input("catalogue.file.unreadable", name, String.valueOf(e.getMessage())).because(e);
        }
    }

    /** Bytes in memory. */
    public static ReviewFile of(String name, byte[] bytes) {
        return new ReviewFile(name, MemorySegment.ofArray(bytes));
    }

    /** As findings name it. */
    public String name() {
        return name;
    }

    /** Copies the bytes as they are. */
    public void writeTo(OutputStream out) throws IOException {
        byte[] block = new byte[COPIED_AT_ONCE];
        for (long at = 0; at < bytes.byteSize(); at += block.length) {
            int length = (int) Math.min(block.length, bytes.byteSize() - at);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, block, 0, length);
            out.write(block, 0, length);
        }
    }

    MemorySegment bytes() {
        return bytes;
    }

    /** The start of the first line after an offset; the end of the file if there is none. */
    long nextLine(long offset) {
        long at = offset;
        while (at < bytes.byteSize() && bytes.get(ValueLayout.JAVA_BYTE, at) != '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.byteSize());
    }

    LineCursor lines() {
        return new LineCursor(bytes);
    }
}
