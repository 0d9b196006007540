package pruefstand.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** YAML files as records, as strict as {@link Json}. */
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
            return read(Files.readString(file), file.toString(), type);
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
        return Json.read(Mappers.YAML, text, origin, type);
    }
}
