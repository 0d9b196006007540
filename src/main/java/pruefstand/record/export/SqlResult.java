package pruefstand.record.export;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a question in SQL.
 *
 * @param columns their names
 * @param rows as many values each: numbers, booleans, else text; empty for NULL
 */
public record SqlResult(List<String> columns, List<List<Optional<Object>>> rows) {

    public SqlResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
