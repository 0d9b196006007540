package pruefstand.site;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.task.Task;

/** Makes the tables of one page. */
final class Boards {

    /** So few columns stay on narrow screens. */
    private static final int FEW = 2;

    private final Site site;
    private final Results results;
    private final Words words;
    private final Links links;
    private final ColumnSets sets;
    private final Heads heads;
    private final Cells cells;

    Boards(ColumnSets sets, Links links) {
        this.site = sets.site();
        this.results = sets.results();
        this.words = sets.words();
        this.links = links;
        this.sets = sets;
        this.heads = sets.heads();
        this.cells = new Cells(words, links);
    }

    List<ColumnSet> sets(BoardKind kind) {
        return sets.of(kind);
    }

    List<ColumnSet> sets(Task task) {
        return sets.of(task);
    }

    /** A page of a board, from 1. */
    Board page(BoardKind kind, ColumnSet set, int page) {
        Members members = results.members(kind);
        return board(caption(kind, set), set, members, members.page(sets.ordered(members, set), page));
    }

    /** The first models of a board. */
    Board top(BoardKind kind, int most) {
        Members members = results.members(kind);
        ColumnSet overview = sets.of(kind).getFirst();
        List<SiteModel> ordered = sets.ordered(members, overview);
        Board board = board(words.say("board." + kind.id() + ".caption"), overview, members, ordered.subList(0, Math.min(most, ordered.size())));
        return new Board(board.caption(), board.groups(), board.heads(), board.models(), List.of(), List.of());
    }

    /** The first page of a choice of a board's models. */
    Board some(BoardKind kind, Members members) {
        ColumnSet overview = sets.of(kind).getFirst();
        return board(caption(kind, overview), overview, members, members.page(sets.ordered(members, overview), 1));
    }

    /** A page of the models that have run a task, without a link to the task: the table stands on its page. */
    Board page(Task task, ColumnSet set, int page) {
        Members members = results.members(task);
        String caption = task.definition().isTimed() ? set.name() : words.say("task.board.caption");
        Board board = board(caption, set, members, members.page(sets.ordered(members, set), page));
        return new Board(board.caption(), board.groups(), board.heads(), board.models(), board.notes(), List.of());
    }

    /** All columns of all sets, without a model. */
    Board empty(List<ColumnSet> all) {
        ColumnSet set = joined(all);
        return new Board("", set.groups().stream().map(this::head).toList(), named(set), List.of(), List.of(), List.of());
    }

    /** The rows of all models in all columns of all sets, each made when it is taken; without brackets. */
    Stream<Board.ModelRows> rows(List<ColumnSet> all, Members members) {
        ColumnSet set = joined(all);
        List<Column> columns = set.columns().toList();
        List<Board.Head> named = named(set);
        return sets.ordered(members, all.getFirst()).stream().map(model -> rows(model, members.variants(model), columns, named));
    }

    private static ColumnSet joined(List<ColumnSet> all) {
        return new ColumnSet("", "", all.stream().flatMap(set -> set.groups().stream()).toList(), List.of());
    }

    private List<Board.Head> named(ColumnSet set) {
        return set.groups().stream().flatMap(heads::of).toList();
    }

    /** What the records of a task hold beside its metrics. */
    List<Board> details(Task task) {
        return new Details(site, results, words, links).of(task);
    }

    private String caption(BoardKind kind, ColumnSet set) {
        return set.isOverview() ? words.say("board." + kind.id() + ".caption") : set.name();
    }

    private Board board(String caption, ColumnSet set, Members members, List<SiteModel> models) {
        List<Column> all = set.columns().toList();
        List<Board.Head> named = named(set);
        List<Board.ModelRows> rows = Brackets.in(models.stream().map(model -> rows(model, members.variants(model), all, named)).toList(), all);
        return new Board(caption, set.groups().stream().map(this::head).toList(), named, rows, withReservations(set.notes(), rows.stream().flatMap(Board.ModelRows::cells), words), tasks(set));
    }

    private List<Link> tasks(ColumnSet set) {
        return set.columns().flatMap(Boards::task).distinct().map(name -> new Link(name, links.task(name))).toList();
    }

    private static Stream<String> task(Column column) {
        return switch (column) {
            case Column.OfMetric of -> Stream.of(of.task());
            case Column.Rank(var by) -> Stream.of(by.task());
            case Column.Overall(var _, var _, var tasks) -> tasks.stream();
            case Column.Memory _, Column.Size _, Column.Dimension _, Column.Parameters _ -> Stream.of();
        };
    }

    /** What a mark means, where there is one. */
    static List<String> withReservations(List<String> notes, Stream<Cell> cells, Words words) {
        return cells.anyMatch(Cell::marked) ? Stream.concat(notes.stream(), Stream.of(words.say("board.notes.marked"))).toList() : notes;
    }

    private Board.Group head(ColumnGroup group) {
        return new Board.Group(group.title(), group.unit(), group.anchor().isEmpty() ? "" : links.method(group.anchor()),
                group.columns().size());
    }

    private Board.ModelRows rows(SiteModel model, List<String> variants, List<Column> all, List<Board.Head> named) {
        List<Board.Row> rows = variants.stream().map(variant -> new Board.Row(variant, IntStream.range(0, all.size()).mapToObj(i -> {
            Cell cell = cells.cell(model, results.read(model, variant, all.get(i)), all.get(i), heads.label(all.get(i)),
                    named.get(i).important() || all.size() <= FEW);
            return isBest(model, variant, all.get(i), all) ? cell.asBest() : cell;
        }).toList())).toList();
        return new Board.ModelRows(model.name(), links.model(model.name()), rows);
    }

    /** Of a column by which there are ranks, and of the ranks themselves: the first. */
    private boolean isBest(SiteModel model, String variant, Column column, List<Column> all) {
        return all.stream().anyMatch(other -> other instanceof Column.Rank(var by) && (other.equals(column) || by.equals(column))
                && results.read(model, variant, other) instanceof Reading.Ranked(int rank) && rank == 1);
    }
}
