package pruefstand.site;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of models.
 *
 * @param caption what it shows
 * @param groups heads above the heads
 * @param heads columns after model and variant
 * @param models rows, grouped by model
 * @param notes how it is to be read
 * @param tasks links to the tasks it comes from
 */
record Board(String caption, List<Group> groups, List<Head> heads, List<ModelRows> models, List<String> notes, List<Link> tasks) {

    /**
     * A head over several columns.
     *
     * @param text as it reads
     * @param unit unit or direction, or empty text
     * @param href where it is explained, or empty text
     * @param span how many columns
     */
    record Group(String text, String unit, String href, int span) {
    }

    /**
     * A column's head.
     *
     * @param id tells it from the others of its board
     * @param text as it reads
     * @param unit what is special to it, or empty text
     * @param sort {@code low} or {@code high}: what is better and comes first; {@code none} where an order would mislead
     * @param first whether a group begins here
     * @param important whether it stays on narrow screens
     * @param estimated whether its values have intervals
     */
    record Head(String id, String text, String unit, String sort, boolean first, boolean important, boolean estimated) {
    }

    /**
     * The variants of a model.
     *
     * @param name of the model
     * @param href its page
     * @param rows one a variant
     */
    record ModelRows(String name, String href, List<Row> rows) {

        /** Of all its variants. */
        Stream<Cell> cells() {
            return rows.stream().flatMap(row -> row.cells().stream());
        }
    }

    /**
     * One variant.
     *
     * @param variant its name
     * @param cells in the order of the heads
     */
    record Row(String variant, List<Cell> cells) {
    }

    public boolean isEmpty() {
        return models.isEmpty();
    }
}
