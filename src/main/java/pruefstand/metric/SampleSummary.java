package pruefstand.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Repeated measurements of one quantity, such as tokens per second. Field names are those of {@code bench --json}; the unit is
 * that of the samples.
 *
 * @param mean arithmetic mean
 * @param stddev sample standard deviation (divided by n - 1); empty for fewer than 2 samples
 * @param median middle sample, or the mean of the two middle ones
 * @param samples in the order measured, at least one, all finite
 */
public record SampleSummary(double mean, OptionalDouble stddev, double median, List<Double> samples) {

    public SampleSummary {
        samples = List.copyOf(samples);
    }

    /**
     * Sums up samples.
     *
     * @return empty for no samples
     * @throws IllegalArgumentException if a sample is NaN or infinite
     */
    public static Optional<SampleSummary> of(List<Double> samples) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        double[] values = samples.stream().mapToDouble(Double::doubleValue).toArray();
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("samples are finite, got " + samples);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Optional.of(new SampleSummary(mean(values), deviation(values), Quantiles.ofSorted(sorted, 0.5), samples));
    }

    /**
     * The 95 % interval of the mean: {@code mean ± t·s/√n}, cut at 0 since no speed is below it, with the sample standard
     * deviation {@code s} and the 97.5th
     * percentile {@code t} of Student's distribution with n - 1 degrees of freedom. Its {@code stderr} is {@code s/√n}.
     */
    public Interval interval() {
        int n = samples.size();
        if (stddev.isEmpty()) {
            return Interval.none("1 repetition, fewer than 2");
        }
        double t = TDistribution.of(n - 1).inverseCumulativeProbability((1 + Interval.LEVEL) / 2);
        double standardError = stddev.getAsDouble() / Math.sqrt(n);
        double half = t * standardError;
        return new Interval(OptionalDouble.of(Math.max(0, mean - half)), OptionalDouble.of(mean + half),
                OptionalDouble.of(standardError),
                "t interval from the sample deviation, 95 %, " + n + " repetitions");
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static OptionalDouble deviation(double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / (values.length - 1)));
    }
}
