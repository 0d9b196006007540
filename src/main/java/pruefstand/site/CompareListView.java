package pruefstand.site;

import java.util.List;

/**
 * The page from which models are compared.
 *
 * @param frame what stands around it
 * @param boards the boards, each with pairs that have a page
 */
record CompareListView(Frame frame, List<Board> boards) {

    /** Numbers of the models that a reader compares side by side. */
    List<Integer> places() {
        return List.of(1, 2, 3, 4);
    }

    /**
     * A board.
     *
     * @param id of the board
     * @param name of the board
     * @param data address of its rows
     * @param pairs neighbours on it
     */
    record Board(String id, String name, String data, List<Link> pairs) {
    }
}
