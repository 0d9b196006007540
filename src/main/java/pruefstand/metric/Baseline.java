package pruefstand.metric;

import java.util.Arrays;

/**
 * How a series was so far, in natural logarithms, without its outliers: values farther from the median than 3.5 standard deviations
 * (from the MAD).
 *
 * @param mean of the values kept
 * @param deviation sample standard deviation of the values kept, at least {@link #LEAST}
 * @param kept how many values were
 * @param centred differences from the mean, in order; NaN is an outlier's
 */
record Baseline(double mean, double deviation, int kept, double[] centred) {

    /** No clock and no machine is steadier than half a percent. */
    static final double LEAST = 0.005;
    /** What lies farther from the median, in standard deviations, is an outlier. */
    static final double OUTLYING = 3.5;

    /** Of at least one value, the oldest first. */
    static Baseline of(double[] values) {
        MedianDeviation usual = MedianDeviation.of(values);
        double far = OUTLYING * Math.max(LEAST, usual.standardDeviation());
        double[] clean = Arrays.stream(values).filter(value -> Math.abs(value - usual.median()) <= far).toArray();
        double mean = SampleSummary.mean(clean);
        double[] centred = Arrays.stream(values).map(value -> Math.abs(value - usual.median()) <= far ? value - mean : Double.NaN).toArray();
        return new Baseline(mean, Math.max(LEAST, SampleSummary.deviation(clean).orElse(0)), clean.length, centred);
    }

    /**
     * How it scatters. Values that resemble their neighbours scatter less about their own mean than about the true one, and count for fewer
     * (Bayley and Hammersley, The "effective" number of independent observations in an autocorrelated time series, 1946).
     */
    Scatter scatter(Memory memory) {
        double variance = deviation * deviation * (kept - 1) / Math.max(1, kept - memory.inflation());
        return new Scatter(Math.max(LEAST * LEAST, variance), Math.max(1, kept / memory.redundancy() - 1));
    }
}
