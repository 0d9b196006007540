package pruefstand.metric;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured of one quantity on one occasion, such as in one night: once, or, where the first value was suspect, again at once.
 *
 * @param values in the order measured, at least one, all positive and finite
 */
public record Occasion(List<Double> values) {

    private static final double[] OF_MEDIAN = {1, 1, 0.5, 0.4487, 0.2982, 0.2868, 0.2147, 0.2104, 0.1682, 0.1661};

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

    /** The median of the values that count: those after the first, which, having made suspicious, is no evidence too; else the first. */
    public double value() {
        if (values.size() < 3) {
            return values.getLast();
        }
        return Quantiles.ofSorted(values.stream().skip(1).mapToDouble(Double::doubleValue).sorted().toArray(), 0.5);
    }

    /**
     * The variance of the median of some values as a share of that of one, where their noise is normal and independent
     * (Hojo, Distribution of the median, quartiles and interquartile distance, 1931); from ten on π/(2n + 1).
     */
    static double shareOfVariance(int values) {
        return values < OF_MEDIAN.length ? OF_MEDIAN[values] : Math.PI / (2 * values + 1);
    }

    /** How far the first two repetitions lie apart, as a difference of logarithms; empty where there are not two. */
    OptionalDouble apart() {
        return again() < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.abs(Math.log(values.get(1) / values.get(2))));
    }
}
