package pruefstand.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import pruefstand.text.Refusal;

/** Keeps a second run, or night, off the same results folder; the operating system lets go of it when the program ends, however it ends. */
public final class RunLock implements AutoCloseable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * For whoever writes to a folder of results.
     *
     * @throws Refusal if another run writes to it
     */
    public static RunLock take(Path results) {
        return take(results, ".lock", "run.already-running");
    }

    /**
     * For a night, within which runs come and go.
     *
     * @throws Refusal if another night goes on
     */
    public static RunLock ofNight(Path results) {
        return take(results, ".night.lock", "run.night-already");
    }

    private static RunLock take(Path results, String name, String refusal) {
        try {
            Files.createDirectories(results);
            FileChannel channel = FileChannel.open(results.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw Refusal.input(refusal, results.toString());
            }
            return new RunLock(channel);
        } catch (OverlappingFileLockException e) {
            throw Refusal.input(refusal, results.toString()).because(e);
        } catch (IOException e) {
            String why = e instanceof FileSystemException told && told.getReason() != null ? told.getReason() : e.getClass().getSimpleName();
            throw Refusal.input("run.results.unwritable", results.toString(), why).because(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
