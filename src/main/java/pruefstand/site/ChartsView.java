package pruefstand.site;

import java.util.List;

/**
 * The page of charts.
 *
 * @param frame what stands around it
 * @param charts none before anything is measured
 * @param pager ways to the other pages; empty where there is one only
 */
record ChartsView(Frame frame, List<ChartView> charts, List<Frame.Section> pager) {
}
