package pruefstand.site;

import java.util.List;

/**
 * Columns under one head.
 *
 * @param title as it reads; empty text where the columns say enough
 * @param unit unit or direction of all its columns; empty text where each has its own
 * @param anchor where the method page explains it; empty text where there is nothing to explain
 * @param columns left to right
 */
record ColumnGroup(String title, String unit, String anchor, List<Column> columns) {

    ColumnGroup {
        columns = List.copyOf(columns);
    }
}
