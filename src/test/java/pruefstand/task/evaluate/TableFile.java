package pruefstand.task.evaluate;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pruefstand.json.Json;
import pruefstand.task.ParquetFixture;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;

/** Writes the same rows in every format that data sets come in. */
final class TableFile {

    private TableFile() {
    }

    enum Format {
        JSONL, CSV, TSV, PARQUET;

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        /** Where a row stands: tables have a head. */
        int line(int row) {
            return this == CSV || this == TSV ? row + 1 : row;
        }
    }

    static void write(Path file, List<Map<String, Object>> rows, Format format) {
        switch (format) {
            case JSONL -> TaskFixture.write(file, lines(rows, Json::write));
            case CSV -> TaskFixture.write(file, table(rows, ","));
            case TSV -> TaskFixture.write(file, table(rows, "\t"));
            case PARQUET -> ParquetFixture.write(file, rows.stream().map(row -> "(" + joined(row.values(), TableFile::sql) + ")")
                    .collect(Collectors.joining(", ", "VALUES ", "")), columns(rows.getFirst()));
        }
    }

    /** Such a file without rows. */
    static void writeEmpty(Path file, Map<String, Object> row, Format format) {
        switch (format) {
            case JSONL -> TaskFixture.write(file, "\n");
            case CSV -> TaskFixture.write(file, String.join(",", row.keySet()) + "\n");
            case TSV -> TaskFixture.write(file, String.join("\t", row.keySet()) + "\n");
            case PARQUET -> ParquetFixture.write(file, "SELECT " + joined(row.values(), TableFile::sql) + " WHERE false", columns(row));
        }
    }

    /** A task that reads such files. */
    static Task task(Path folder, String kind, Set<String> keys, Format format) {
        String data = keys.stream().map(key -> key + ": " + key + format.ending()).collect(Collectors.joining(", "));
        return TaskFixture.read(folder, kind, "data: {" + data + "}\n" + (kind.equals("sts") ? "scale: {min: 0, max: 5}\n" : ""));
    }

    private static String table(List<Map<String, Object>> rows, String separator) {
        return String.join(separator, rows.getFirst().keySet()) + "\n"
                + lines(rows, row -> row.values().stream().map(TableFile::cell).collect(Collectors.joining(separator)));
    }

    private static String cell(Object value) {
        String text = value instanceof List<?> list ? Json.write(list) : String.valueOf(value);
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String sql(Object value) {
        return switch (value) {
            case List<?> list -> "[" + joined(list, TableFile::sql) + "]";
            case Double number -> "'" + number + "'::DOUBLE";
            case Number number -> number.toString();
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }

    private static String columns(Map<String, Object> row) {
        return joined(row.keySet(), name -> '"' + name + '"');
    }

    private static <T> String joined(Collection<? extends T> values, Function<T, String> each) {
        return values.stream().map(each::apply).collect(Collectors.joining(", "));
    }

    private static String lines(List<Map<String, Object>> rows, Function<Map<String, Object>, String> each) {
        return rows.stream().map(each).collect(Collectors.joining("\n", "", "\n"));
    }
}
