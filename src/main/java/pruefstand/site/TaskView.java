package pruefstand.site;

import java.util.List;

/**
 * The page of a task.
 *
 * @param frame what stands around it
 * @param name of the task
 * @param kind what it measures
 * @param description in its author's words
 * @param facts version, languages, settings
 * @param metrics what the numbers are
 * @param method how it is measured
 * @param can what the score can say
 * @param cannot what it cannot say
 * @param items examples of its data
 * @param itemsNote what the examples are, or why there are none
 * @param board the models that have run it
 * @param sets its classes of machines, where time counts
 * @param pager ways to its other pages; empty where there is one only
 * @param chooser what scripts need to sort all rows; empty where all stand on the page
 * @param details what their records hold beside the metrics
 * @param files the same numbers for programs
 */
record TaskView(Frame frame, String name, String kind, String description, List<ModelView.Fact> facts, List<MetricView> metrics,
        String method, String can, String cannot, List<Item> items, String itemsNote, Board board,
        List<Frame.Section> sets, List<Frame.Section> pager, List<Chooser> chooser, List<Board> details, List<Link> files) {

    /**
     * Where all rows are.
     *
     * @param data address of all rows
     * @param set the columns of this page
     */
    record Chooser(String data, String set) {
    }

    /**
     * A metric explained.
     *
     * @param id anchor and id in the records
     * @param name as it reads
     * @param about in two sentences
     * @param unit unit and direction
     * @param href where more stands
     */
    record MetricView(String id, String name, String about, String unit, String href) {
    }

    /**
     * An example.
     *
     * @param texts its texts
     * @param gold what people said, or empty text
     */
    record Item(List<String> texts, String gold) {
    }
}
