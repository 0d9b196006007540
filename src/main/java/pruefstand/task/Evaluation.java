package pruefstand.task;

import java.util.List;
import java.util.Map;
import pruefstand.metric.Estimate;

/**
 * Numbers that were measured.
 *
 * @param main id of the metric that stands for the task
 * @param metrics estimates by id, main first
 * @param settings everything that was set or cut and can change a number, by its name in the record
 * @param items per-item scores, one record each, in the order of the data; enough to compute the metrics anew
 */
public record Evaluation(String main, Map<String, Estimate> metrics, Map<String, Object> settings, List<Object> items)
        implements Outcome {
}
