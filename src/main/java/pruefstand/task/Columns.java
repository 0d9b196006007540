package pruefstand.task;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pruefstand.json.Row;

/** Finds values in rows. */
final class Columns {

    private Columns() {
    }

    /** The value of a column, or of a key within one: {@code choices.text}. */
    static Optional<Object> find(Row row, String path) {
        return find(row.values(), path);
    }

    private static Optional<Object> find(Map<?, ?> values, String path) {
        int dot = path.indexOf('.');
        if (values.containsKey(path) || dot < 0) {
            return Optional.ofNullable(values.get(path));
        }
        return values.get(path.substring(0, dot)) instanceof Map<?, ?> within ? find(within, path.substring(dot + 1)) : Optional.empty();
    }

    /** That a column is needed, and which ones there are. */
    static DataException missing(Row row, Object wanted) {
        return new DataException(row.place() + ": " + wanted + " is missing" + those(row));
    }

    /** Which columns a row has, to be said behind what is wrong. */
    static String those(Row row) {
        return "; there are " + String.join(", ", row.columns());
    }

    /** The first letter large, the others small, as Python's {@code capitalize} has it. */
    static String capitalized(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first).toLowerCase(Locale.ROOT);
    }
}
