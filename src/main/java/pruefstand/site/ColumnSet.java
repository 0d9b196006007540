package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Columns that are shown together, of one board.
 *
 * @param id in addresses; the same in every language
 * @param name as it reads
 * @param groups its columns, left to right
 * @param notes how they are to be read
 */
record ColumnSet(String id, String name, List<ColumnGroup> groups, List<String> notes) {

    /** What is shown first. */
    static final String OVERVIEW = "overview";

    ColumnSet {
        groups = groups.stream().filter(group -> !group.columns().isEmpty()).toList();
        notes = List.copyOf(notes);
    }

    /** The same with some of its columns. */
    ColumnSet with(Predicate<Column> shown) {
        return new ColumnSet(id, name, groups.stream().map(group -> new ColumnGroup(group.title(), group.unit(), group.anchor(),
                group.columns().stream().filter(shown).toList())).toList(), notes);
    }

    Stream<Column> columns() {
        return groups.stream().flatMap(group -> group.columns().stream());
    }

    boolean isOverview() {
        return id.equals(OVERVIEW);
    }

    /** By which a board is ordered: the standing over all tasks, else the first measured number. */
    Optional<Column> leading() {
        return columns().filter(column -> column instanceof Column.OfMetric || column instanceof Column.Overall(var figure, var _, var _)
                && figure == Column.Figure.BORDA).findFirst();
    }

    /** The first column with a measured number. */
    Optional<Column.OfMetric> main() {
        return columns().flatMap(column -> column instanceof Column.OfMetric of ? Stream.of(of) : Stream.<Column.OfMetric>empty()).findFirst();
    }
}
