package pruefstand.site;

import java.util.List;

/**
 * Columns under one head.
 *
 * @param title as it reads
 * @param columns left to right
 */
record ColumnGroup(String title, List<Column> columns) {

    ColumnGroup {
        columns = List.copyOf(columns);
    }
}
