package pruefstand.site;

import java.util.List;

/**
 * Writes the page from which models are compared: pairs that have a page, and a choice of any where scripts run.
 *
 * @param desk of the page
 */
record CompareListPage(Desk desk) {

    CompareListView view() {
        Words words = desk.words();
        List<CompareListView.Board> boards = desk.shared().pairs().get().keySet().stream().filter(kind -> !desk.results().members(kind).isEmpty())
                .map(kind -> new CompareListView.Board(kind.id(), words.say("start." + kind.id()),
                        desk.links().to(Addresses.boardData(words.language(), kind)), links(desk, desk.shared().pairs().get().get(kind)))).toList();
        return new CompareListView(desk.frames().frame(words.say("compare.title"), words.say("compare.lead")), boards);
    }

    /** The ways to comparisons. */
    static List<Link> links(Desk desk, List<Pair> pairs) {
        return pairs.stream().map(pair -> new Link(desk.words().say("compare.pair", pair.first().model().name(), pair.second().model().name()),
                desk.links().to(Addresses.compare(desk.words().language(), pair)))).toList();
    }
}
