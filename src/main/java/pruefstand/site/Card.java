package pruefstand.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A graphics card, or a machine whose processors share one memory.
 *
 * @param name as its maker sells it
 * @param memoryGb memory
 * @param bandwidth memory bandwidth in 10⁹ bytes a second
 */
record Card(String name, String memoryGb, String bandwidth) {

    private static final int FIELDS = 4;

    /** The cards that come with the program: {@code name,memory_gb,bandwidth_gb_per_second,source} a line, a head first. */
    static List<Card> read(Path home) {
        try {
            return Files.readAllLines(home.resolve("site/data/cards.csv"), StandardCharsets.UTF_8).stream().skip(1)
                    .map(line -> line.split(",", FIELDS)).map(fields -> new Card(fields[0], fields[1], fields[2])).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
