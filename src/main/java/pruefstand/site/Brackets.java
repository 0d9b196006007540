package pruefstand.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Joins ranks that several rows below each other share by a bracket. */
final class Brackets {

    private Brackets() {
    }

    /** The same rows with brackets in the columns that hold ranks. */
    static List<Board.ModelRows> in(List<Board.ModelRows> models, List<Column> columns) {
        List<Board.Row> rows = new ArrayList<>(models.stream().flatMap(model -> model.rows().stream()).toList());
        IntStream.range(0, columns.size()).filter(column -> isRank(columns.get(column))).forEach(column -> join(rows, column));
        List<Board.ModelRows> joined = new ArrayList<>();
        int from = 0;
        for (Board.ModelRows model : models) {
            joined.add(new Board.ModelRows(model.name(), model.href(), List.copyOf(rows.subList(from, from + model.rows().size()))));
            from += model.rows().size();
        }
        return joined;
    }

    private static boolean isRank(Column column) {
        return switch (column) {
            case Column.Rank _ -> true;
            case Column.Overall(var figure, var _, var _) -> figure == Column.Figure.RANK;
            case Column.OfMetric _, Column.Memory _, Column.Size _, Column.Dimension _, Column.Parameters _ -> false;
        };
    }

    private static void join(List<Board.Row> rows, int column) {
        List<String> ranks = rows.stream().map(row -> row.cells().get(column).key()).toList();
        for (int i = 0; i < ranks.size(); i++) {
            boolean asAbove = i > 0 && areSame(ranks.get(i - 1), ranks.get(i));
            boolean asBelow = i + 1 < ranks.size() && areSame(ranks.get(i), ranks.get(i + 1));
            Cell.Tie part = asAbove && asBelow ? Cell.Tie.GOES_ON : asAbove ? Cell.Tie.ENDS : asBelow ? Cell.Tie.BEGINS : Cell.Tie.NONE;
            if (part != Cell.Tie.NONE) {
                List<Cell> cells = new ArrayList<>(rows.get(i).cells());
                cells.set(column, cells.get(column).tied(part));
                rows.set(i, new Board.Row(rows.get(i).variant(), List.copyOf(cells)));
            }
        }
    }

    /** A gap has no rank to share. */
    private static boolean areSame(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }
}
