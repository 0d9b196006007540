package pruefstand.metric;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What was measured of one quantity on one occasion, such as in one night: once, or, where the first value was suspect, again at once.
 *
 * @param values in the order measured, at least one, all positive and finite
 */
public record Occasion(List<Double> values) {

    public Occasion {
        values = List.copyOf(values);
        if (values.isEmpty() || !values.stream().allMatch(value -> value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("an occasion has values above 0, got " + values);
        }
    }

    /** How often it was measured after the first time. */
    public int again() {
        return values.size() - 1;
    }

    /**
     * What the occasion says: the geometric mean of the values after the first, without their outliers: the first made suspicious and
     * is told apart; else that.
     */
    public double value() {
        return values.size() == 1 ? values.getFirst()
                : Math.exp(Baseline.of(values.stream().skip(1).mapToDouble(Math::log).toArray()).mean());
    }

    /**
     * The variance of the mean without outliers of some values as a share of that of one, where their noise is normal and independent: more
     * than {@code 1/n} since some pass for outliers (simulated with numpy: 1.28/3, 1.21/5, 1.12/9, 1.05/20, 1.04/30).
     */
    static double shareOfVariance(int values) {
        return values < 3 ? 1.0 / values : (1 + 1.0 / values) / values;
    }

    /** The differences of the logarithms of repetitions that were measured in pairs: the second and third, the fourth and fifth … */
    DoubleStream apart() {
        return IntStream.iterate(3, i -> i < values.size(), i -> i + 2).mapToDouble(i -> Math.log(values.get(i - 1) / values.get(i)));
    }
}
