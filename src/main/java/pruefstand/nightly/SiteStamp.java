package pruefstand.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which site was last published: a night that brings nothing new need not publish it.
 *
 * @param file that keeps it, beside the records; lost or damaged, the site is published once more
 */
record SiteStamp(Path file) {

    /** Whether it is this one. */
    boolean isOf(String state) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).equals(state);
        } catch (IOException _) {
            return false;
        }
    }

    void set(String state) {
        try {
            Files.writeString(file, state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
