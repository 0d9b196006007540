package pruefstand.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;

/**
 * Numbers that were measured.
 *
 * @param main id of the metric that stands for the task
 * @param metrics estimates by id, main first
 * @param settings everything that was set or cut and can change a number, by its name in the record, sorted
 * @param items per-item scores, one record each, in the order of the data; enough to compute the metrics anew
 */
public record Evaluation(String main, Map<String, Estimate> metrics, Map<String, Object> settings, List<Object> items)
        implements Outcome {

    public Evaluation {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        items = List.copyOf(items);
    }

    /** The same with one more setting. */
    public Evaluation with(String setting, Object value) {
        Map<String, Object> more = new TreeMap<>(settings);
        more.put(setting, value);
        return new Evaluation(main, metrics, more, items);
    }

    /** What was measured; the first metric is the main one. */
    public static Evaluation of(SequencedMap<Metric, Estimate> metrics, Map<String, Object> settings, List<?> items) {
        Map<String, Estimate> byId = new LinkedHashMap<>();
        metrics.forEach((metric, estimate) -> byId.put(metric.id(), estimate));
        return new Evaluation(metrics.firstEntry().getKey().id(), byId, settings, new ArrayList<>(items));
    }
}
