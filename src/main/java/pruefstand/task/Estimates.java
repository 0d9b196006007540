package pruefstand.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Mean;
import pruefstand.metric.Metric;
import pruefstand.metric.Statistic;

/** Estimates of several metrics over the same items; a metric that the items do not define is left out. */
public final class Estimates {

    private final int items;
    private final SequencedMap<Metric, Estimate> estimates = new LinkedHashMap<>();

    /** @param items how many there are; each of them is drawn as a whole */
    public Estimates(int items) {
        this.items = items;
    }

    /** Adds a metric with its bootstrap interval. */
    public Estimates add(Metric metric, Statistic statistic) {
        OptionalDouble value = statistic.of(IntStream.range(0, items).toArray());
        if (value.isPresent()) {
            estimates.put(metric, Estimate.of(metric, value.getAsDouble(), items, Bootstrap.DEFAULT.overItems(items, statistic)));
        }
        return this;
    }

    /** Adds several metrics. */
    public Estimates addAll(Map<Metric, Statistic> statistics) {
        statistics.forEach(this::add);
        return this;
    }

    /** Adds the mean of a number that each item has; its standard error is {@code s/√n}, as lm-evaluation-harness has it. */
    public Estimates addMean(Metric metric, double[] values) {
        Mean mean = new Mean(values);
        OptionalDouble value = mean.value();
        if (value.isPresent()) {
            estimates.put(metric, Estimate.of(metric, value.getAsDouble(), items,
                    Bootstrap.DEFAULT.overItems(items, mean).withStderr(mean.standardError())));
        }
        return this;
    }

    /** In the order they were added. */
    public SequencedMap<Metric, Estimate> all() {
        return estimates;
    }
}
