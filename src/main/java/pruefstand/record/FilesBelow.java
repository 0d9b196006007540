package pruefstand.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of a folder in which others may be writing just now: what goes between two looks was never there. */
public final class FilesBelow extends SimpleFileVisitor<Path> {

    private final List<Path> found = new ArrayList<>();

    private FilesBelow() {
    }

    /**
     * Regular files, in no order; links are not followed.
     *
     * @param depth 1 for those of the folder itself
     * @throws UncheckedIOException if a folder cannot be read
     */
    public static List<Path> of(Path folder, int depth) {
        FilesBelow below = new FilesBelow();
        try {
            Files.walkFileTree(folder, Set.of(), depth, below);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return below.found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }
}
