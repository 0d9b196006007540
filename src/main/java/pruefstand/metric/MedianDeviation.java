package pruefstand.metric;

import java.util.Arrays;

/**
 * Where a sample lies and how far it scatters, neither moved by a few outliers.
 *
 * @param median middle value, or the mean of the two middle ones; in the unit of the values
 * @param mad median of the absolute differences from the median, unscaled; in the unit of the values, 0 or above
 */
public record MedianDeviation(double median, double mad) {

    /** What a MAD is multiplied with to estimate the standard deviation of normally distributed values: 1 / Φ⁻¹(3/4). */
    private static final double NORMAL = 1.4826;

    /**
     * Of a sample.
     *
     * @param values at least one, finite, in any order
     */
    public static MedianDeviation of(double[] values) {
        double median = middle(values);
        return new MedianDeviation(median, middle(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray()));
    }

    private static double middle(double[] values) {
        return Quantiles.ofSorted(Arrays.stream(values).sorted().toArray(), 0.5);
    }

    /** An estimate of the standard deviation, as if the values were normally distributed but for outliers. */
    public double standardDeviation() {
        return NORMAL * mad;
    }
}
