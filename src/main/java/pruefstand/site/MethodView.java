package pruefstand.site;

import java.util.List;

/**
 * The page that explains the numbers.
 *
 * @param frame what stands around it
 * @param metrics what is measured
 * @param hosts machines that measured
 */
record MethodView(Frame frame, List<TaskView.MetricView> metrics, List<String> hosts) {
}
