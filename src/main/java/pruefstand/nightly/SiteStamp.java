package pruefstand.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the site was last made of, and where it begins: a night that brings nothing new need neither build nor publish it.
 *
 * @param file that keeps it, beside the records; lost or damaged, the site is built once more
 */
record SiteStamp(Path file) {

    /** The start page of a site that was made of the same and is still there. */
    Optional<String> current(String inputs) {
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            return lines.size() == 2 && lines.getFirst().equals(inputs) && Files.exists(Path.of(lines.getLast()))
                    ? Optional.of(lines.getLast()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void set(String inputs, String start) {
        try {
            Files.write(file, List.of(inputs, start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
