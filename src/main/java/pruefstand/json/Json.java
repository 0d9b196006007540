package pruefstand.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.JsonpCharacterEscapes;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * JSON and JSON Lines as records. Keys are snake_case; an unknown key, a key given twice, a missing number or anything after
 * the document is a {@link JsonException} with its place. Enums are written as their {@code toString()}; of a sealed interface
 * the record's simple name stands in {@code type}. An empty {@code Optional} is {@code null} when written and may be absent
 * when read.
 */
public final class Json {

    private Json() {
    }

    /**
     * Reads a file.
     *
     * @throws JsonException if it does not say what the type wants, or holds half a character
     * @throws UncheckedIOException if it cannot be read
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return whole(Mappers.JSON, Utf8.read(file), file.toString(), type);
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
        return read(Mappers.JSON, text, origin, type);
    }

    /**
     * Reads JSON Lines; blank lines are skipped. The stream reads as it is consumed and closes its source when closed.
     *
     * @param origin what to call it in messages
     */
    public static <T> Stream<T> lines(InputStream in, String origin, Class<T> type) {
        return lines(Mappers.JSON, in, origin, type);
    }

    /**
     * The same, where each component of a record must be there, but for an {@code Optional}, and no list may hold null: for lines that
     * came from elsewhere.
     */
    public static <T> Stream<T> wholeLines(InputStream in, String origin, Class<T> type) {
        return lines(Mappers.WHOLE, in, origin, type);
    }

    private static <T> Stream<T> lines(ObjectMapper mapper, InputStream in, String origin, Class<T> type) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        AtomicInteger line = new AtomicInteger();
        return reader.lines().onClose(() -> close(reader)).mapMulti((text, found) -> {
            int number = line.incrementAndGet();
            if (!text.isBlank()) {
                found.accept(readLine(mapper, text, origin, number, type));
            }
        });
    }

    /** One line, without a line end. */
    public static String write(Object value) {
        return Mappers.JSON.writeValueAsString(value);
    }

    /** Indented, for files that people read; ends with a line end. */
    public static String writeIndented(Object value) {
        return Mappers.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }

    /**
     * The same, written while it is made: a stream in the value becomes a list, of which one element at a time is held. The writer stays
     * open.
     *
     * @throws IOException if it cannot be written
     */
    public static void writeIndented(Object value, Writer to) throws IOException {
        write(Mappers.JSON.writerWithDefaultPrettyPrinter(), value, to);
        to.write('\n');
    }

    /** One line for a script, without a line end: what JavaScript once took for line ends is escaped. Written as above. */
    public static void writeForScript(Object value, Writer to) throws IOException {
        write(Mappers.JSON.writer(new JsonpCharacterEscapes()), value, to);
    }

    private static void write(ObjectWriter writer, Object value, Writer to) throws IOException {
        try {
            writer.without(StreamWriteFeature.AUTO_CLOSE_TARGET).without(SerializationFeature.WRAP_EXCEPTIONS).writeValue(to, value);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** For files, whose content is shown: no text in them ends in half a character. */
    static <T> T whole(ObjectMapper mapper, String text, String origin, Class<T> type) {
        T value = read(mapper, text, origin, type);
        Surrogates.refuse(mapper, text, origin);
        return value;
    }

    static <T> T read(ObjectMapper mapper, String text, String origin, Class<T> type) {
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                throw new JsonException(origin, 1, 1, "the document is empty", null);
            }
            return value;
        } catch (JacksonException e) {
            throw Complaints.about(e, Places.of(e, text, mapper), origin, 0);
        }
    }

    /**
     * Reads one line of JSON Lines.
     *
     * @param origin what to call the whole in messages
     * @param line the line's number, from 1
     * @throws JsonException if it is null, or does not say what the type wants
     */
    public static <T> T readLine(String text, String origin, int line, Class<T> type) {
        return readLine(Mappers.JSON, text, origin, line, type);
    }

    private static <T> T readLine(ObjectMapper mapper, String text, String origin, int line, Class<T> type) {
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                throw new JsonException(origin, line, "this is null", null);
            }
            return value;
        } catch (JacksonException e) {
            throw Complaints.about(e, Places.of(e, text, mapper), origin, line - 1);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
