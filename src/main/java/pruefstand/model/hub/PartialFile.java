package pruefstand.model.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import pruefstand.text.Refusal;

/** A file that is being fetched, under a name that nobody takes for the whole. What was there already is kept and hashed. */
final class PartialFile implements AutoCloseable {

    private static final int WINDOW = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private Checksum checksum;

    private PartialFile(Path path, FileChannel channel, long size) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = size;
        hashWhatIsThere();
    }

    /**
     * Opens or makes the file.
     *
     * @param size what the whole will have
     * @throws Refusal if another program is fetching it
     */
    static PartialFile open(Path path, long size) throws IOException {
        Files.createDirectories(path.getParent());
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, path);
            return new PartialFile(path, channel, size);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw Refusal.input("model.hub.in-use", path.toString());
            }
        } catch (OverlappingFileLockException e) {
            throw Refusal.input("model.hub.in-use", path.toString()).because(e);
        }
    }

    private void hashWhatIsThere() throws IOException {
        checksum = new Checksum(size);
        if (channel.size() > size) {
            channel.truncate(0);
        }
        ByteBuffer window = ByteBuffer.allocate(WINDOW);
        channel.position(0);
        while (channel.read(window) >= 0) {
            checksum.update(window.flip());
            window.clear();
        }
    }

    long length() throws IOException {
        return channel.position();
    }

    boolean isComplete() throws IOException {
        return length() == size;
    }

    void restart() throws IOException {
        channel.truncate(0);
        hashWhatIsThere();
    }

    void append(ByteBuffer bytes) throws IOException {
        checksum.update(bytes);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The hashes of what is there; to be asked once, at the end. */
    Checksum.Hashes hashes() {
        return checksum.finish();
    }

    /** Puts the file, which is whole, under its name. */
    void become(Path whole) throws IOException {
        channel.force(true);
        Files.move(path, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
