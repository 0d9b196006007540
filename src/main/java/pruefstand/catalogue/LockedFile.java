package pruefstand.catalogue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import pruefstand.text.Refusal;

/**
 * A review file that no other run of this program changes meanwhile. It is changed as a whole or not at all: the new bytes go
 * to a temporary file beside it, are forced to disk, and take its place; mode and owner stay, and a link stays a link.
 */
public final class LockedFile implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private Optional<FileState> seen = Optional.empty();

    /** Writes the new bytes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private LockedFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits until nobody else holds the file, and makes it if it is not there.
     *
     * @throws Refusal if it cannot be opened for writing
     */
    public static LockedFile open(Path path) {
        try {
            create(path);
            return lock(path.toRealPath());
        } catch (IOException e) {
            throw Refusal.input("catalogue.file.unwritable", path.toString(), reason(e)).because(e);
        }
    }

    private static void create(Path path) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            if (!Files.exists(path)) {
                throw e;
            }
        }
    }

    /**
     * The lock is on a file of its own, which stays: another file takes the place of the reviews whenever they change, and POSIX
     * takes a lock away as soon as the process closes any other descriptor of the locked file, as reading it does.
     */
    private static LockedFile lock(Path file) throws IOException {
        Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return new LockedFile(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The file as it stands now. */
    public ReviewFile read() {
        seen = Optional.of(FileState.of(file));
        return ReviewFile.read(file);
    }

    /**
     * Puts new bytes in the place of the old ones.
     *
     * @throws Refusal if that is not possible, or if a program that knows nothing of the lock has changed the file since it was
     *                 read; the file is then as it was
     */
    public void replace(Content content) {
        try {
            Path temporary = temporary();
            try {
                write(temporary, content);
                keepOwnerAndMode(temporary);
                seen.filter(before -> !before.equals(FileState.of(file))).ifPresent(_ -> {
                    throw Refusal.input("catalogue.file.changed", file.toString());
                });
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            forceFolder();
        } catch (IOException e) {
            throw Refusal.input("catalogue.file.unwritable", file.toString(), reason(e)).because(e);
        }
    }

    /** A new file that only its owner can read. Its name is always the same: what a killed run left behind goes with the next. */
    private Path temporary() throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        return isPosix()
                ? Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(temporary);
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void write(Path temporary, Content content) throws IOException {
        try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(out), 1 << 16);
            content.writeTo(buffered);
            buffered.flush();
            out.force(true);
        }
    }

    private void keepOwnerAndMode(Path temporary) throws IOException {
        PosixFileAttributeView own = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (own == null) {
            return;
        }
        PosixFileAttributes kept = own.readAttributes();
        PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        PosixFileAttributes given = view.readAttributes();
        if (!kept.owner().equals(given.owner())) {
            view.setOwner(kept.owner());
        }
        if (!kept.group().equals(given.group())) {
            view.setGroup(kept.group());
        }
        view.setPermissions(kept.permissions());
    }

    /** The new name is safe on disk once its folder is; not every system lets a folder be opened. */
    private void forceFolder() throws IOException {
        if (isPosix()) {
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /**
     * What changes when somebody else writes a file.
     *
     * @param identity of the file, where the system has one
     */
    private record FileState(long bytes, FileTime modified, Optional<Object> identity) {

        static FileState of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new FileState(now.size(), now.lastModifiedTime(), Optional.ofNullable(now.fileKey()));
            } catch (IOException e) {
                throw Refusal.input("catalogue.file.unreadable", file.toString(), reason(e)).because(e);
            }
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException trouble && trouble.getReason() != null
                ? trouble.getReason() + " (" + trouble.getFile() + ")" : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** Lets others have the file. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
