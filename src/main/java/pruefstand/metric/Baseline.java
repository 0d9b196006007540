package pruefstand.metric;

import java.util.Arrays;

/**
 * How a series was so far, in natural logarithms, without its outliers: values farther from the median than 3.5 standard deviations
 * (from the MAD).
 *
 * @param mean of the values kept
 * @param deviation sample standard deviation of the values kept, at least {@link #LEAST}
 * @param memory correlation of neighbours; of few values corrected by {@code (1 + 3r) / n} (Kendall, 1954)
 * @param kept how many values were
 */
record Baseline(double mean, double deviation, double memory, int kept) {

    /** No clock and no machine is steadier than half a percent. */
    static final double LEAST = 0.005;
    private static final double OUTLYING = 3.5;
    private static final double MOST_MEMORY = 0.9;

    /** Of at least two values, the oldest first. */
    static Baseline of(double[] values) {
        MedianDeviation usual = MedianDeviation.of(values);
        double far = OUTLYING * Math.max(LEAST, usual.standardDeviation());
        double[] off = Arrays.stream(values).map(value -> value - usual.median()).toArray();
        double[] clean = Arrays.stream(off).filter(value -> Math.abs(value) <= far).toArray();
        double mean = SampleSummary.mean(clean);
        // What lies far off stands for nothing: its products with its neighbours are 0.
        double[] centred = Arrays.stream(off).map(value -> Math.abs(value) <= far ? value - mean : 0).toArray();
        return new Baseline(usual.median() + mean, Math.max(LEAST, SampleSummary.deviation(clean).orElse(0)), memory(centred), clean.length);
    }

    private static double memory(double[] centred) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < centred.length; i++) {
            squares += centred[i] * centred[i];
            products += i == 0 ? 0 : centred[i] * centred[i - 1];
        }
        double r = squares == 0 ? 0 : products / squares;
        return Math.clamp(r + (1 + 3 * r) / centred.length, 0, MOST_MEMORY);
    }

    /** The memory less its standard error, 0 at least. */
    double leastMemory() {
        return Math.max(0, memory - error());
    }

    /** The memory and its standard error. */
    double mostMemory() {
        return Math.min(MOST_MEMORY, memory + error());
    }

    private double error() {
        return Math.sqrt((1 - memory * memory) / kept);
    }

    /** Degrees of freedom of the deviation: values that resemble their neighbours count for fewer. */
    double freedom() {
        double squared = mostMemory() * mostMemory();
        return Math.max(1, kept * (1 - squared) / (1 + squared) - 1);
    }

    double variance() {
        return deviation * deviation;
    }

    double varianceOfMean() {
        return variance() / kept * (1 + mostMemory()) / (1 - mostMemory());
    }
}
