package pruefstand.run.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of items the retention rule has taken away, a line each in a file of the results folder.
 *
 * @param folder of results
 */
record PrunedItems(Path folder) {

    private static final String FILE = ".pruned";

    static PrunedItems in(Path folder) {
        return new PrunedItems(folder);
    }

    Set<Path> files() {
        if (!Files.isRegularFile(folder.resolve(FILE))) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(folder.resolve(FILE))) {
            return lines.filter(line -> !line.isBlank()).map(folder::resolve).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the file goes: one that is listed and still there does no harm. */
    void add(Path items) throws IOException {
        Files.writeString(folder.resolve(FILE), folder.relativize(items).toString().replace('\\', '/') + "\n", StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
