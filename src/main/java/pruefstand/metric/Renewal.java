package pruefstand.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Which share of the variance of a series' noise is another when it is measured again at once: 0, the same number comes twice however
 * far it is off, as on a machine that is hot that night; 1, another night would differ no more. It is learnt from how far the first two
 * repetitions of an occasion lie apart, over all series of a machine; neither was chosen for its value.
 *
 * @param least the share is hardly below this
 * @param most the share is hardly above this
 */
public record Renewal(double least, double most) {

    /** Nothing is known yet. */
    public static final Renewal UNKNOWN = new Renewal(0, 1);
    private static final int FEWEST = 20;
    /** Before so many occasions a scatter is known too badly: series whose scatter passes for too small are suspect more often. */
    private static final int KNOWN = 60;
    /** What is left of that with more of them. */
    private static final double CAUTION = 0.93;
    /** Median of the absolute difference of two normal values, in their standard deviations: √2 · Φ⁻¹(3/4). */
    private static final double MEDIAN_APART = 0.9539;
    /** One-sided 95 % of twice the relative error of a median, 1.166/√n (asymptotic, for normal values). */
    private static final double ERROR = 3.8;

    public Renewal {
        if (!(least >= 0 && least <= most && most <= 1)) {
            throw new IllegalArgumentException("shares are between 0 and 1, got " + least + " and " + most);
        }
    }

    /** How far two repetitions lie apart, in standard deviations of what a series was before; none where nobody repeated. */
    public static DoubleStream apart(List<Occasion> series) {
        int usual = Math.min(StepTest.MOST, series.size() - 1);
        if (usual < KNOWN || series.getLast().apart().isEmpty()) {
            return DoubleStream.empty();
        }
        Baseline before = Baseline.of(StepTest.firsts(series.subList(series.size() - 1 - usual, series.size() - 1)));
        return DoubleStream.of(series.getLast().apart().getAsDouble() / before.deviation());
    }

    /**
     * Learnt from all that was repeated.
     *
     * @param apart as {@link #apart} tells; fewer than 20: unknown
     */
    public static Renewal of(double[] apart) {
        if (apart.length < FEWEST) {
            return UNKNOWN;
        }
        double deviation = Quantiles.ofSorted(Arrays.stream(apart).sorted().toArray(), 0.5) / MEDIAN_APART;
        double share = CAUTION * deviation * deviation;
        double error = ERROR / Math.sqrt(apart.length);
        return new Renewal(Math.clamp(share * (1 - error), 0, 1), Math.clamp(share * (1 + error), 0, 1));
    }
}
