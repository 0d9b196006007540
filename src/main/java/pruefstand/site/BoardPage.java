package pruefstand.site;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a page of a board.
 *
 * @param desk of the page
 * @param kind which board
 * @param set id of the columns
 * @param page from 1
 */
record BoardPage(Desk desk, BoardKind kind, String set, int page) {

    /** So many pages are all linked to from each. */
    private static final int MOST_PAGES = 40;
    private static final int MOST_STEPS = 20;
    private static final int NEAR = 4;

    BoardView view() {
        Words words = desk.words();
        List<ColumnSet> sets = desk.boards().sets(kind);
        ColumnSet shown = sets.stream().filter(other -> other.id().equals(set)).findFirst().orElseThrow();
        String name = words.say("start." + kind.id());
        String title = shown.isOverview() ? name : name + ": " + shown.name();
        Members members = desk.results().members(kind);
        Board board = desk.boards().page(kind, shown, page);
        return new BoardView(desk.frames().frame(page == 1 ? title : words.say("board.page", title, page), words.say("board." + kind.id() + ".caption"))
                .about(page > 1 || !shown.isOverview() ? List.of() : new JsonLd(desk).dataset(name, words.say("board." + kind.id() + ".caption"),
                        List.of(Addresses.boardTable(kind, "csv"), Addresses.boardTable(kind, "json")))),
                name, sets(sets), board,
                pager(members.pages(), page, desk.links(), number -> Addresses.board(words.language(), kind, set, number)),
                files(desk, kind), chooser(members), pairs(board), unmeasured());
    }

    /** One entry a page; none where there is one only, and of very many the first, the last, the neighbours and every tenth, hundredth … */
    static List<Frame.Section> pager(int pages, int current, Links links, IntFunction<String> address) {
        int step = 10;
        while (pages > MOST_STEPS * step) {
            step *= 10;
        }
        int every = pages <= MOST_PAGES ? 1 : step;
        return pages == 1 ? List.of() : IntStream.rangeClosed(1, pages)
                .filter(number -> number % every == 0 || number == 1 || number == pages || Math.abs(number - current) <= NEAR)
                .mapToObj(number -> new Frame.Section(Integer.toString(number), links.to(address.apply(number)), number == current)).toList();
    }

    private List<Frame.Section> sets(List<ColumnSet> sets) {
        return sets.size() == 1 ? List.of() : sets.stream().map(other -> new Frame.Section(other.name(),
                desk.links().to(Addresses.board(desk.words().language(), kind, other.id(), 1)), other.id().equals(set))).toList();
    }

    /** The numbers of a board for programs. */
    static List<Link> files(Desk desk, BoardKind kind) {
        return Stream.of("csv", "json").map(format -> new Link(format.toUpperCase(Locale.ROOT),
                desk.links().to(Addresses.boardTable(kind, format)))).toList();
    }

    private List<BoardView.Chooser> chooser(Members members) {
        if (members.isEmpty()) {
            return List.of();
        }
        Words words = desk.words();
        Choices choices = desk.results().choices(kind);
        Prospect prospect = desk.results().prospect();
        String estimate = prospect.isMeasured() ? words.say("machine.estimate", words.formats().number(prospect.share() * 100, 2),
                words.formats().number(prospect.error() * 100, 2)) : words.say("machine.at_most");
        return List.of(new BoardView.Chooser(desk.links().to(Addresses.boardData(words.language(), kind)), set, prospect.share(),
                prospect.error(), estimate, kind == BoardKind.LANGUAGE_MODELS ? desk.shared().cards().get() : List.of(),
                choices.licenses(), choices.families(), languages(), choices.files()));
    }

    private List<BoardView.Language> languages() {
        return desk.boards().sets(kind).stream().flatMap(ColumnSet::columns)
                .flatMap(column -> column instanceof Column.OfMetric of ? desk.site().task(of.task()).stream() : Stream.empty())
                .flatMap(task -> task.definition().languages().stream()).distinct().sorted()
                .map(tag -> new BoardView.Language(tag, desk.words().formats().language(tag))).toList();
    }

    /** Those whose first model stands on this page. */
    private List<Link> pairs(Board board) {
        Set<String> here = board.models().stream().map(Board.ModelRows::name).collect(Collectors.toSet());
        return CompareListPage.links(desk, desk.shared().pairs().get().getOrDefault(kind, List.of()).stream()
                .filter(pair -> here.contains(pair.first().model().name())).toList());
    }

    /** Models that are listed to be run but have no run yet. */
    private List<Link> unmeasured() {
        return page > 1 ? List.of() : desk.site().waiting(kind)
                .map(model -> new Link(model.name(), desk.links().model(model.name()))).toList();
    }
}
