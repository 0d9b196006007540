package pruefstand.site;

import java.util.List;

/**
 * Columns under one head.
 *
 * @param title as it reads; empty text where the columns say enough
 * @param unit unit or direction of all its columns; empty text where each has its own
 * @param columns left to right
 */
record ColumnGroup(String title, String unit, List<Column> columns) {

    ColumnGroup {
        columns = List.copyOf(columns);
    }
}
