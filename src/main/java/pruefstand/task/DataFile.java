package pruefstand.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
    public <T> List<DataItem<T>> readItems(Class<T> type) {
        String text = readText();
        List<String> lines = text.lines().toList();
        int[] numbers = IntStream.range(0, lines.size()).filter(i -> !lines.get(i).isBlank()).map(i -> i + 1).toArray();
        List<T> values = parse(text, type);
        if (values.isEmpty()) {
            throw new DataException(name + ": holds no items");
        }
        return IntStream.range(0, values.size())
                .mapToObj(i -> new DataItem<>(name + ":" + numbers[i], values.get(i))).toList();
    }

    private <T> List<T> parse(String text, Class<T> type) {
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (Stream<T> items = Json.lines(in, name, type)) {
            return items.toList();
        } catch (JsonException e) {
            throw new DataException(e.getMessage(), e);
        }
    }
}
