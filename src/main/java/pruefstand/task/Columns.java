package pruefstand.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pruefstand.json.Row;

/** Finds values in rows. */
final class Columns {

    private Columns() {
    }

    /** The value of a column, or of a key or place within one: {@code choices.text}, {@code choices.0}. */
    static Optional<Object> find(Row row, String path) {
        return find(row.values(), path);
    }

    private static Optional<Object> find(Object within, String path) {
        int dot = path.indexOf('.');
        if (dot < 0 || within instanceof Map<?, ?> values && values.containsKey(path)) {
            return step(within, path);
        }
        return step(within, path.substring(0, dot)).flatMap(next -> find(next, path.substring(dot + 1)));
    }

    private static Optional<Object> step(Object within, String key) {
        return switch (within) {
            case Map<?, ?> values -> Optional.ofNullable(values.get(key));
            case List<?> list when key.matches("\\d{1,9}") && Integer.parseInt(key) < list.size() ->
                Optional.ofNullable(list.get(Integer.parseInt(key)));
            default -> Optional.empty();
        };
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
        int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first).toLowerCase(Locale.ROOT);
    }
}
