package pruefstand.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder for the pages of one server, which the next one goes on with; a second server at the same time gets another.
 *
 * @param folder that only this user can read
 * @param lock held as long as this server runs
 */
record PrivateFolder(Path folder, FileChannel lock) implements AutoCloseable {

    /** The first below a place that nobody else uses. */
    static PrivateFolder below(Path place) {
        try {
            Files.createDirectories(place);
            for (int number = 1;; number++) {
                FileChannel lock = FileChannel.open(place.resolve(number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (isTaken(lock)) {
                    return new PrivateFolder(create(place.resolve(Integer.toString(number))), lock);
                }
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false; // by another server of this process
        }
    }

    private static Path create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(folder);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
