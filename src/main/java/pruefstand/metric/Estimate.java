package pruefstand.metric;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number with how far it can be trusted. Field names are those of the record files.
 *
 * @param value the estimate, unrounded, finite
 * @param low lower end of the 95 % interval; empty where there is none
 * @param high upper end of the 95 % interval; empty where there is none
 * @param stderr standard error; empty where not defined
 * @param n how many items, tokens, spans or repetitions it rests on
 * @param interval how the interval was made, or why there is none
 * @param higherIsBetter direction
 * @param unit unit, such as {@code tokens/s}; empty for ratios and scores
 */
public record Estimate(double value, OptionalDouble low, OptionalDouble high, OptionalDouble stderr, long n, String interval,
        boolean higherIsBetter, Optional<String> unit) {

    public Estimate {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an estimate is finite, got " + value);
        }
        if (low.isPresent() != high.isPresent()) {
            throw new IllegalArgumentException("an interval has two ends");
        }
        if (low.isPresent() && !Double.isFinite(high.getAsDouble() - low.getAsDouble())) {
            throw new IllegalArgumentException("the width of an interval is finite, got " + low.getAsDouble() + " to " + high.getAsDouble());
        }
        Objects.requireNonNull(interval, "interval is missing");
    }

    /**
     * The value of a metric with its interval.
     *
     * @param n how many items, tokens, spans or repetitions it rests on
     */
    public static Estimate of(Metric metric, double value, long n, Interval interval) {
        return new Estimate(value, interval.low(), interval.high(), interval.stderr(), n, interval.method(),
                metric.higherIsBetter(), metric.unit());
    }
}
