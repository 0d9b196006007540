package pruefstand.record;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Gathers the files of a folder; what may not be looked into is named, and the rest is found all the same. */
final class RecordFinder extends SimpleFileVisitor<Path> {

    private final List<Path> found;
    private final List<String> unreadable;

    RecordFinder(List<Path> found, List<String> unreadable) {
        this.found = found;
        this.unreadable = unreadable;
    }

    /** What is hidden is progress, journals and drafts. */
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean isFile = attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(file);
        if (file.getFileName().toString().startsWith(".")) {
            return FileVisitResult.CONTINUE;
        }
        if (isFile) {
            found.add(file);
        } else if (file.toString().endsWith(RecordStore.ENDING) && !Files.isDirectory(file) && Files.exists(file)) {
            unreadable.add(file + ": this is a pipe, a socket or a device; expected is a file");
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        // What goes between two looks was a draft of somebody who is writing.
        if (!(e instanceof NoSuchFileException)) {
            unreadable.add(file + ": " + e);
        }
        return FileVisitResult.CONTINUE;
    }
}
