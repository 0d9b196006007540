package pruefstand.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The size of a file, for where a checked exception is in the way. */
public final class FileSize {

    private FileSize() {
    }

    /** Bytes. */
    public static long of(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
