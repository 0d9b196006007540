package pruefstand.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file that only grows at its end, frame by frame: length, checksum, content. It is read up to where it stands, and writing begins
 * there: what follows, be it torn or unwanted, is cut off.
 *
 * <p>Each frame is handed to the system at once, so that a killed process loses none; none is forced to the disk. A power cut costs the
 * last half minute, which the checksums notice, and no measurement waits for a disk.
 */
final class Frames implements AutoCloseable {

    private static final int HEAD = 2 * Integer.BYTES;

    private final FileChannel channel;
    private long end;
    private boolean appending;

    private Frames(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens a file, or makes it.
     *
     * @throws IOException if it cannot be, or another process has it open
     */
    static Frames open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException(file.getFileName() + " is in use by another process");
        }
        return new Frames(channel);
    }

    /** The next frame; empty at the end, or where no whole one follows. */
    Optional<byte[]> next() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        if (!read(head, end)) {
            return Optional.empty();
        }
        int length = head.getInt();
        int checksum = head.getInt();
        if (length < 0 || length > channel.size() - end - HEAD) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.allocate(length);
        if (!read(content, end + HEAD) || checksum(content.array()) != checksum) {
            return Optional.empty();
        }
        end += HEAD + length;
        return Optional.of(content.array());
    }

    private boolean read(ByteBuffer into, long from) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position()) < 0) {
                return false;
            }
        }
        into.flip();
        return true;
    }

    /** Goes back to before a frame that was read. */
    void unread(byte[] frame) {
        end -= HEAD + frame.length;
    }

    /** Where the last frame that was read or written ends. */
    long size() {
        return end;
    }

    /** Adds a frame after the last that was read or written, in place of all that lies beyond. */
    void append(byte[] content) throws IOException {
        if (!appending) {
            channel.truncate(end);
            appending = true;
        }
        ByteBuffer frame = ByteBuffer.allocate(HEAD + content.length).putInt(content.length).putInt(checksum(content)).put(content).flip();
        while (frame.hasRemaining()) {
            channel.write(frame, end + frame.position());
        }
        end += frame.limit();
    }

    private static int checksum(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return (int) sum.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
