package pruefstand.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.task.DataSource;
import pruefstand.task.Task;
import pruefstand.task.TaskData;

/**
 * The first items of a task's data, or the beginning of its text.
 *
 * @param state which of the wordings {@code items.*} introduces them
 * @param items what is shown
 * @param total how much there is: items, or bytes of text
 */
record Examples(String state, List<Item> items, long total) {

    private static final int ITEMS = 5;
    private static final int TEXTS = 6;
    private static final int CHARACTERS = 900;
    private static final Examples ELSEWHERE = new Examples("elsewhere", List.of(), 0);

    /**
     * One item.
     *
     * @param texts its texts
     * @param score what people said of it
     */
    record Item(List<String> texts, OptionalDouble score) {
    }

    static Examples of(Task task) {
        Optional<TaskData> data = task.definition().data();
        if (data.isEmpty()) {
            return new Examples("random", List.of(), 0);
        }
        try {
            return data.get().test().or(() -> data.get().queries()).or(() -> data.get().prompts())
                    .map(source -> beside(task, source, ".jsonl").map(Examples::items).orElse(ELSEWHERE))
                    .or(() -> data.get().text().map(source -> beside(task, source, ".txt").map(Examples::text).orElse(ELSEWHERE)))
                    .orElseGet(() -> new Examples("random", List.of(), 0));
        } catch (UncheckedIOException | JsonException _) {
            return new Examples("unreadable", List.of(), 0); // the page says so; running the task says why
        }
    }

    /** What lies beside the task file as plain text; what belongs to others is not printed. */
    private static Optional<Path> beside(Task task, DataSource source, String ending) {
        return source.hub().isEmpty() && source.name().endsWith(ending) ? Optional.of(task.file().resolveSibling(source.name()))
                : Optional.empty();
    }

    private static Examples items(Path file) {
        try (InputStream in = Files.newInputStream(file);
                Stream<Object> lines = Json.lines(in, file.getFileName().toString(), Object.class)) {
            List<Object> all = lines.toList();
            return new Examples("items", all.stream().limit(ITEMS).flatMap(line -> item(line).stream()).toList(), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that people can read of an item: its texts, lists of texts, and classes, but not its id. */
    private static Optional<Item> item(Object line) {
        if (!(line instanceof Map<?, ?> item)) {
            return Optional.empty();
        }
        List<String> texts = item.entrySet().stream().filter(field -> !"_id".equals(field.getKey()))
                .flatMap(field -> texts(field.getValue())).filter(text -> !text.isBlank()).limit(TEXTS).toList();
        OptionalDouble score = item.get("score") instanceof Number given ? OptionalDouble.of(given.doubleValue()) : OptionalDouble.empty();
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Item(texts, score));
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case String text -> Stream.of(text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS) + " …");
            case List<?> several -> several.stream().flatMap(Examples::texts);
            case null, default -> Stream.empty();
        };
    }

    private static Examples text(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] beginning = new char[CHARACTERS];
            int read = Math.max(0, reader.read(beginning));
            String text = new String(beginning, 0, read);
            boolean cut = read == CHARACTERS && reader.read() >= 0;
            int end = cut ? Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) : read;
            String shown = text.substring(0, Math.max(0, end)).strip() + (cut ? " …" : "");
            List<String> paragraphs = Stream.of(shown.split("\n\\s*\n"))
                    .map(String::strip).filter(paragraph -> !paragraph.isEmpty()).toList();
            return new Examples("text", List.of(new Item(paragraphs, OptionalDouble.empty())), Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
