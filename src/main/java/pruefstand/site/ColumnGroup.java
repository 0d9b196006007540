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

    /** The same with its first columns only. */
    ColumnGroup first(int most) {
        return new ColumnGroup(title, unit, anchor, columns.subList(0, Math.min(most, columns.size())));
    }

    /** Columns that say enough themselves. */
    static ColumnGroup of(Column... columns) {
        return new ColumnGroup("", "", "", List.of(columns));
    }
}
