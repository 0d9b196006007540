package pruefstand.metric;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How first values of one night resemble those of later nights: by {@code neighbours · kept^(k-1)} after k nights, as a first-order
 * process does of which each value shows a part; {@code kept} is the larger of both numbers, since a part of what is left is no more than all
 * of it. How much values repeat each other is summed with the decay itself.
 *
 * @param neighbours correlation of two nights that follow each other, 0 to 0.9
 * @param decay what is left of a correlation a night later, 0 to 0.95
 */
record Memory(double neighbours, double decay) {

    private static final int LAGS = 4;
    private static final double MOST = 0.9;
    private static final double MOST_DECAY = 0.95;
    /** The decay is a quotient of sums of three correlations: their error, √(3 + 3m²), lies between 1.7 and 2.4, less what they share. */
    private static final double OF_THREE = 1.5;

    /** What is known of a memory: hardly less than one, hardly more than the other. */
    record Range(Memory least, Memory most) {
    }

    /** Learnt from all series together, each in its own standard deviations; both ends are one standard error from the estimate. */
    static Range of(List<Baseline> series) {
        List<Baseline> moving = series.stream().filter(each -> each.deviation() > Baseline.LEAST).toList();
        double[] seen = IntStream.rangeClosed(0, LAGS).mapToDouble(lag -> correlation(moving, lag)).toArray();
        int pairs = moving.stream().mapToInt(each -> each.kept() - 1).sum();
        if (pairs < 1) {
            return new Range(new Memory(0, 0), new Memory(MOST, MOST_DECAY));
        }
        Memory found = corrected(seen, (double) moving.size() / (pairs + moving.size()));
        double error = 1 / Math.sqrt(pairs);
        double decayError = OF_THREE * error / Math.max(error, found.neighbours * (1 + found.decay + found.decay * found.decay));
        return new Range(clamped(found.neighbours - error, found.decay - decayError), clamped(found.neighbours + error, found.decay + decayError));
    }

    private static Memory clamped(double neighbours, double decay) {
        return new Memory(Math.clamp(neighbours, 0, MOST), Math.clamp(decay, 0, MOST_DECAY));
    }

    private static double correlation(List<Baseline> series, int lag) {
        double sum = 0;
        int count = 0;
        for (Baseline each : series) {
            double variance = each.deviation() * each.deviation();
            for (int i = lag; i < each.centred().length; i++) {
                double product = each.centred()[i] * each.centred()[i - lag] / variance;
                if (!Double.isNaN(product)) {
                    sum += product;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** About their own mean values seem less alike: by the variance of the mean (Marriott and Pope, Bias in the estimation of autocorrelations, 1954). */
    private static Memory corrected(double[] seen, double perValue) {
        Memory found = new Memory(0, 0);
        for (int round = 0; round < 5; round++) {
            double ofMean = Math.min(0.9, found.inflation() * perValue);
            double[] r = IntStream.range(0, seen.length).mapToDouble(lag -> seen[lag] * (1 - ofMean) + ofMean).toArray();
            double before = r[1] + r[2] + r[3];
            found = clamped(r[1], before <= 0 ? 0 : (r[2] + r[3] + r[4]) / before);
        }
        return found;
    }

    /** By what factor the variance of a mean of many is larger than if they were independent. */
    double inflation() {
        return 1 + 2 * neighbours / (1 - decay);
    }

    /** By what factor more values are needed to know the variance than if they were independent. */
    double redundancy() {
        return 1 + 2 * neighbours * neighbours / (1 - decay * decay);
    }

    /** The correlation of the first values of two nights that lie so many apart. */
    double correlation(int lag) {
        return lag == 0 ? 1 : neighbours * Math.pow(kept(), Math.abs(lag) - 1);
    }

    /** What is kept of something slow from one night to the next. */
    double kept() {
        return Math.max(neighbours, decay);
    }
}
