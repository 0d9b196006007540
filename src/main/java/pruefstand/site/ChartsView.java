package pruefstand.site;

import java.util.List;

/**
 * A page of charts.
 *
 * @param frame what stands around it
 * @param title its heading
 * @param lead what they show
 * @param charts none before anything is measured
 * @param pager ways to the other pages; empty where there is one only
 */
record ChartsView(Frame frame, String title, String lead, List<ChartView> charts, List<Frame.Section> pager) {
}
