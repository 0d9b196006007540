package pruefstand.metric;

import java.util.Arrays;

/**
 * The least and the greatest of the tokens' divergences, and what lies between: linear interpolation between order statistics.
 *
 * @param max the greatest
 * @param p999 below it lie 99.9 %
 * @param p99 below it lie 99 %
 * @param p95 below it lie 95 %
 * @param p90 below it lie 90 %
 * @param p50 the median
 * @param p10 below it lie 10 %
 * @param p5 below it lie 5 %
 * @param p1 below it lie 1 %
 * @param p01 below it lies 0.1 %
 * @param min the least
 */
public record DivergencePercentiles(double max, double p999, double p99, double p95, double p90, double p50, double p10,
        double p5, double p1, double p01, double min) {

    /** @param divergences at least one */
    static DivergencePercentiles of(double[] divergences) {
        double[] sorted = divergences.clone();
        Arrays.sort(sorted);
        return new DivergencePercentiles(Quantiles.ofSorted(sorted, 1), Quantiles.ofSorted(sorted, 0.999),
                Quantiles.ofSorted(sorted, 0.99), Quantiles.ofSorted(sorted, 0.95), Quantiles.ofSorted(sorted, 0.9),
                Quantiles.ofSorted(sorted, 0.5), Quantiles.ofSorted(sorted, 0.1), Quantiles.ofSorted(sorted, 0.05),
                Quantiles.ofSorted(sorted, 0.01), Quantiles.ofSorted(sorted, 0.001), Quantiles.ofSorted(sorted, 0));
    }
}
