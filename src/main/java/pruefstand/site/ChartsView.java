package pruefstand.site;

import java.util.List;

/**
 * The page of charts.
 *
 * @param frame what stands around it
 * @param charts none before anything is measured
 */
record ChartsView(Frame frame, List<ChartView> charts) {
}
