package pruefstand.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** YAML files as records, as strict as {@link Json}; none holds half a character. */
public final class Yaml {

    private Yaml() {
    }

    /**
     * Reads a file.
     *
     * @throws JsonException if it does not say what the type wants
     * @throws UncheckedIOException if it cannot be read
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return read(Utf8.read(file), file.toString(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file that may say nothing at all.
     *
     * @param empty what a file without anything but comments stands for
     * @throws JsonException if it does not say what the type wants
     * @throws UncheckedIOException if it cannot be read
     */
    public static <T> T readOr(Path file, Class<T> type, T empty) {
        try {
            String text = Utf8.read(file);
            boolean saysNothing = text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
            return saysNothing ? empty : read(text, file.toString(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text.
     *
     * @param origin what to call it in messages
     */
    public static <T> T read(String text, String origin, Class<T> type) {
        return Json.whole(Mappers.YAML, text, origin, type);
    }

    /**
     * Reads a file whose keys belong to several records.
     *
     * @throws JsonException if it is no group of keys
     * @throws UncheckedIOException if it cannot be read
     */
    public static Document document(Path file) {
        try {
            return document(Utf8.read(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text whose keys belong to several records.
     *
     * @param origin what to call it in messages
     */
    public static Document document(String text, String origin) {
        return Document.of(Mappers.WHOLE_YAML, text, origin);
    }
}
