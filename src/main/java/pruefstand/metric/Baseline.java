package pruefstand.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
    /** Two means differ clearly, in standard deviations: of all cuts of 100 values hardly one gets there by chance. */
    private static final double CLEAR = 4;
    /** Fewer values have no level of their own. */
    private static final int FEWEST = 5;

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

    /**
     * Cut where the values before and after differ most, if they do clearly, and the parts again (binary segmentation: Vostrikova, Detecting
     * "disorder" in multidimensional random processes, 1981).
     *
     * @param inflation of the variance of a mean, by memory
     */
    List<Baseline> cut(double inflation) {
        Cut best = best();
        double within = Math.max(LEAST * LEAST, (deviation * deviation * (kept - 1) - best.squares) / Math.max(1, kept - 2));
        return best.at == 0 || best.squares < CLEAR * CLEAR * within * inflation ? List.of(this)
                : parts(best).stream().flatMap(part -> part.cut(inflation).stream()).toList();
    }

    /** Cut once, clearly or not: in the parts no step makes a memory seem longer than it is. */
    List<Baseline> halves() {
        Cut best = best();
        return best.at == 0 ? List.of(this) : parts(best);
    }

    private List<Baseline> parts(Cut cut) {
        return Stream.of(Arrays.copyOfRange(centred, 0, cut.at), Arrays.copyOfRange(centred, cut.at, centred.length))
                .map(part -> of(Arrays.stream(part).filter(value -> !Double.isNaN(value)).map(value -> value + mean).toArray())).toList();
    }

    /** Where it may be cut, and the squares that this takes from those about the mean; 0 and 0 where there are too few values. */
    private record Cut(int at, double squares) {
    }

    private Cut best() {
        Cut best = new Cut(0, 0);
        double before = 0;
        int count = 0;
        for (int i = 0; i < centred.length; i++) {
            // The mean of all is 0: so the sum of those after is that of those before, with another sign.
            double squares = before * before * kept / Math.max(1, count * (kept - count));
            if (count >= FEWEST && kept - count >= FEWEST && squares > best.squares) {
                best = new Cut(i, squares);
            }
            before += Double.isNaN(centred[i]) ? 0 : centred[i];
            count += Double.isNaN(centred[i]) ? 0 : 1;
        }
        return best;
    }
}
