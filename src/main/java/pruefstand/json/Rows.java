package pruefstand.json;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Rows of JSON Lines and of tables, and records made of rows. Where {@link Json} is strict, a row may have more columns than a
 * record wants, and a number may be written as text: most rows were written by others.
 */
public final class Rows {

    private static final TypeReference<LinkedHashMap<String, Object>> GROUP = new TypeReference<>() { };

    private Rows() {
    }

    /**
     * Reads JSON Lines, one object a line, as it is consumed; blank lines are skipped.
     *
     * @param origin what to call it in messages
     * @throws JsonException on the way, with the place of what is no such object
     */
    public static Stream<Row> ofJsonLines(InputStream in, String origin) {
        ByteLines lines = new ByteLines(in, origin);
        return whileThereAre(() -> {
            Optional<String> line = lines.next();
            while (line.isPresent() && line.get().isBlank()) {
                line = lines.next();
            }
            return line.map(text -> new Row(origin, lines.number(), group(text, origin, lines.number())));
        });
    }

    private static Map<String, Object> group(String text, String origin, int line) {
        try {
            Map<String, Object> group = Mappers.ROWS.readValue(text, GROUP);
            if (group == null) {
                throw new JsonException(origin, line, "expected a group of keys, this is null", null);
            }
            return group;
        } catch (JacksonException e) {
            throw Complaints.about(e, Places.of(e, text, Mappers.ROWS), origin, line - 1);
        }
    }

    /**
     * Reads a table as it is consumed: lines as RFC 4180 has them, with any separator; the first names the columns, blank ones are
     * skipped. All values are texts.
     *
     * @param origin what to call it in messages
     * @throws JsonException on the way, with the place of what is no such table
     */
    public static Stream<Row> ofTable(InputStream in, String origin, char separator) {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        JsonParser parser = Mappers.TABLES.reader(schema).createParser(new LineReader(new ByteLines(in, origin)));
        return whileThereAre(() -> row(parser, origin));
    }

    private static Optional<Row> row(JsonParser parser, String origin) {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Object> values = new LinkedHashMap<>();
            int line = 0;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String column = parser.currentName();
                parser.nextToken();
                line = line == 0 ? parser.currentTokenLocation().getLineNr() : line;
                values.put(column, parser.getString());
            }
            return Optional.of(new Row(origin, line, values));
        } catch (JacksonException e) {
            throw Complaints.about(e, e.getLocation(), origin, 0);
        }
    }

    private static Stream<Row> whileThereAre(Supplier<Optional<Row>> next) {
        return Stream.generate(next).takeWhile(Optional::isPresent).map(Optional::get);
    }

    /** The keys that a record wants, each with what it holds, in the order of its components. */
    public static SequencedMap<String, Class<?>> keys(Class<?> type) {
        SequencedMap<String, Class<?>> keys = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            keys.put(Mappers.key(component.getName()), component.getType());
        }
        return keys;
    }

    /**
     * Makes a record of values; those that it has no component for are left out.
     *
     * @param row where they come from
     * @throws JsonException if a value is missing or is not what the component wants
     */
    public static <T> T bind(Map<String, Object> values, Row row, Class<T> type) {
        try {
            return Mappers.ROWS.convertValue(values, type);
        } catch (JacksonException e) {
            throw new JsonException(row.origin(), Math.toIntExact(row.line()), Complaints.what(e), e);
        }
    }

    /**
     * Reads the list that a text holds, as tables write lists.
     *
     * @throws JsonException if it holds none
     */
    public static List<Object> list(String text, Row row) {
        try {
            return Mappers.ROWS.readValue(text, new TypeReference<List<Object>>() { });
        } catch (JacksonException e) {
            throw new JsonException(row.origin(), Math.toIntExact(row.line()), Complaints.what(e), e);
        }
    }
}
