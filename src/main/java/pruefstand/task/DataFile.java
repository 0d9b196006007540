package pruefstand.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.json.JsonException;

/**
 * A data file of a task.
 *
 * @param name as the task file names it; what messages and records call it, since a path may be private
 * @param path where it lies
 */
public record DataFile(String name, Path path) {

    /**
     * The whole file as text.
     *
     * @throws DataException if it is not UTF-8 or cannot be read
     */
    public String readText() {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new DataException(name + ": not valid UTF-8", e);
        } catch (IOException e) {
            throw new DataException(name + ": cannot be read", e);
        }
    }

    /**
     * Its lines as items; blank lines are skipped.
     *
     * @throws DataException if a line is no such item, with its number, or the file holds none
     */
    public <T> List<T> readLines(Class<T> type) {
        try (InputStream in = Files.newInputStream(path); Stream<T> lines = Json.lines(in, name, type)) {
            List<T> items = lines.toList();
            if (items.isEmpty()) {
                throw new DataException(name + ": holds no items");
            }
            return items;
        } catch (JsonException e) {
            throw new DataException(e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(name + ": cannot be read", e);
        }
    }
}
