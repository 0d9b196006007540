package pruefstand.metric;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A statistic of the same blocks drawn again and again, and the paired comparison of two such.
 *
 * @param bootstrap how the blocks were drawn
 * @param count how many blocks there are
 * @param value the statistic of all blocks; empty where they do not define it
 * @param results the statistic of each draw, in the order of the draws
 */
public record Resamples(Bootstrap bootstrap, int count, OptionalDouble value, List<OptionalDouble> results) {

    public Resamples {
        results = List.copyOf(results);
    }

    /**
     * How far this lies above another, block by block: each draw takes the same blocks of both. The interval lies between the 2.5th
     * and the 97.5th percentile of the differences. The p value is two-sided, from the difference divided by their standard
     * deviation, by Student's distribution with one degree of freedom less than blocks: percentiles of 1000 draws could not be as
     * small as a correction for many comparisons needs it. It is never below {@code 2^(1 - blocks)}, what the signs of so many pairs
     * can say at most, and 1 where both are equal in every draw. Source: Efron and Tibshirani, An Introduction to the Bootstrap
     * (1993), chapters 12, 13 and 16.
     *
     * @return empty for fewer than {@link Bootstrap#FEWEST_BLOCKS} blocks, or where either is not defined
     * @throws IllegalArgumentException if the other was drawn differently
     */
    public Optional<Difference> minus(Resamples other) {
        if (!bootstrap.equals(other.bootstrap) || count != other.count) {
            throw new IllegalArgumentException("paired are draws of one seed from equally many blocks");
        }
        if (count < Bootstrap.FEWEST_BLOCKS || value.isEmpty() || other.value.isEmpty()) {
            return Optional.empty();
        }
        double[] differences = IntStream.range(0, results.size())
                .filter(i -> results.get(i).isPresent() && other.results.get(i).isPresent())
                .mapToDouble(i -> results.get(i).getAsDouble() - other.results.get(i).getAsDouble()).sorted().toArray();
        return differences.length < 2 ? Optional.empty()
                : Optional.of(difference(value.getAsDouble() - other.value.getAsDouble(), differences));
    }

    private Difference difference(double value, double[] sorted) {
        double tail = (1 - Interval.LEVEL) / 2;
        double deviation = sorted[0] == sorted[sorted.length - 1] ? 0 : SampleSummary.deviation(sorted).orElseThrow();
        return new Difference(value, Quantiles.ofSorted(sorted, tail), Quantiles.ofSorted(sorted, 1 - tail), deviation,
                p(value, deviation), count);
    }

    private double p(double value, double deviation) {
        double fromSigns = Math.pow(2, 1.0 - count);
        if (deviation == 0) {
            return value == 0 ? 1 : fromSigns;
        }
        double tail = TDistribution.of(count - 1).survivalProbability(Math.abs(value) / deviation);
        return Math.max(fromSigns, Math.min(1, 2 * tail));
    }
}
