package pruefstand.site;

import java.util.List;

/**
 * The map of the reviews.
 *
 * @param frame what stands around it
 * @param lead how it is to be read
 * @param chart the drawing; its rows stand below, since they are no variants
 * @param rows the same points as numbers
 */
record ReviewMapView(Frame frame, String lead, ChartView chart, List<Row> rows) {

    /**
     * A point.
     *
     * @param review the way to the review, named by its model
     * @param date of its newest source
     * @param across along the first axis
     * @param up along the second
     */
    record Row(Link review, String date, String across, String up) {
    }
}
