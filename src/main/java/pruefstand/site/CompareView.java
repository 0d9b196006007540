package pruefstand.site;

import java.util.List;

/**
 * A comparison of two models.
 *
 * @param frame what stands around it
 * @param title its heading
 * @param summary in one sentence which differences are real
 * @param sides the models
 * @param rows one a number
 * @param notes what is said of all numbers
 * @param files the board that they stand on, for programs
 * @param more where any models can be compared
 */
record CompareView(Frame frame, String title, String summary, List<Side> sides, List<Row> rows, List<String> notes, List<Link> files, Link more) {

    /**
     * A model.
     *
     * @param model with its page
     * @param variant which
     */
    record Side(Link model, String variant) {
    }

    /**
     * A number of both.
     *
     * @param name what it is
     * @param unit unit and direction, or empty text
     * @param cells one a side
     * @param strips their intervals on one axis; empty where there are none
     * @param verdict which is better, in words; empty text where nothing is to be said
     * @param real whether it is a difference
     */
    record Row(String name, String unit, List<Cell> cells, List<Strip> strips, String verdict, boolean real) {
    }
}
