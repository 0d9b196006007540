package pruefstand.json;

import java.util.Collection;
import java.util.Map;

/**
 * A row of a table, or an object of JSON Lines, whatever kind of file it stands in.
 *
 * @param origin what to call the file in messages
 * @param line where it begins, from 1; in files without lines its own number
 * @param values by the name of their column; texts, numbers, booleans, lists and maps of such, or null
 * @param columns all that the row has, even those of which the values were not read
 */
public record Row(String origin, long line, Map<String, Object> values, Collection<String> columns) {

    /** A row that was read whole. */
    public Row(String origin, long line, Map<String, Object> values) {
        this(origin, line, values, values.keySet());
    }

    /** {@code file:line}. */
    public String place() {
        return origin + ":" + line;
    }
}
