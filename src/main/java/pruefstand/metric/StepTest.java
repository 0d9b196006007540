package pruefstand.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tells a step of a series from noise, up to three occasions after it happened. Values are logarithms. The usual level, scatter and
 * memory come from up to 120 first values of earlier occasions without outliers (by median and MAD); then the shift of the last one, two or three
 * occasions is estimated by generalised least squares, and stands against Student's distribution. What would be a step if it stayed
 * so while measured again is suspect; only after {@link #AGAIN} repetitions, of which the median counts, it is one.
 *
 * <p>All series of a night are one family: together they give a false alarm in {@code 1 / BUDGET} nights at most, if their
 * noise is normal but for outliers and remembers as a first-order process does; src/bench/alarms.sh shows how often it is in fact.
 *
 * @param series how many are judged in the same night
 * @param renewal what measuring again is worth
 */
public record StepTest(int series, Renewal renewal) {

    /** So often a suspect is measured again before it is a step. */
    public static final int AGAIN = 9;
    /** Fewer occasions before are no history. */
    public static final int FEWEST = 5;
    static final int MOST = 120;
    private static final int WINDOWS = 3;
    private static final double BUDGET = 0.005;
    /** A suspect need not be a step as it stands: noise may have made it smaller. */
    private static final double HOPE = 0.6;
    private static final double LEAST_STEP = 0.02;
    private static final double LEAST_SLOW = 0.03;

    public StepTest {
        if (series < 1) {
            throw new IllegalArgumentException("a night has at least one series, got " + series);
        }
    }

    /** Judges the last occasion of a series, given those before it since its last step. */
    public StepVerdict judge(List<Occasion> all) {
        int end = all.size() - WINDOWS;
        if (end < FEWEST) {
            return new StepVerdict(StepVerdict.Kind.STEADY, all.size() - 1, all.getLast().value(), all.getLast().value());
        }
        Baseline usual = Baseline.of(firsts(all.subList(Math.max(0, end - MOST), end)));
        Found found = IntStream.rangeClosed(1, WINDOWS).mapToObj(window -> found(usual, all, all.size() - window))
                .max(Comparator.comparingDouble(Found::strength)).orElseThrow();
        int again = all.getLast().again();
        // Student's limits lie beyond the normal ones, which are found faster.
        StepVerdict.Kind kind = found.strength() < needed(again, limit(Double.POSITIVE_INFINITY)) ? StepVerdict.Kind.STEADY
                : kind(found, again, limit(usual.freedom()));
        return new StepVerdict(kind, found.since(), Math.exp(usual.mean()),
                Math.exp(usual.mean() + found.now().size()));
    }

    static double[] firsts(List<Occasion> occasions) {
        return occasions.stream().mapToDouble(occasion -> Math.log(occasion.values().getFirst())).toArray();
    }

    /** What the last occasions say now, and what they would if the last had been measured as often as it takes. */
    private record Found(int since, Shift now, Shift hoped) {

        double strength() {
            return Math.abs(hoped.deviations());
        }
    }

    private Found found(Baseline usual, List<Occasion> all, int since) {
        List<Occasion> late = all.subList(since - 1, all.size());
        int again = late.getLast().again();
        return new Found(since, shift(usual, late, again, renewal.least()),
                shift(usual, late, AGAIN, again < AGAIN ? renewal.most() : renewal.least()));
    }

    private static double needed(int again, double limit) {
        return again < AGAIN ? HOPE * limit : limit;
    }

    private double limit(double freedom) {
        return TDistribution.of(freedom).inverseSurvivalProbability(BUDGET / series / WINDOWS);
    }

    private static StepVerdict.Kind kind(Found found, int again, double limit) {
        if (found.strength() < needed(again, limit) || Math.abs(found.now().size()) < LEAST_STEP) {
            return StepVerdict.Kind.STEADY;
        }
        return again < AGAIN ? StepVerdict.Kind.SUSPECT : found.now().size() < 0 ? StepVerdict.Kind.LOWER : StepVerdict.Kind.HIGHER;
    }

    /** The memory is known within its error only: of both ends the one that says less counts. */
    private static Shift shift(Baseline usual, List<Occasion> late, int again, double renewed) {
        double[] values = late.stream().mapToDouble(occasion -> Math.log(occasion.value()) - usual.mean()).toArray();
        return IntStream.of(0, 1).mapToObj(end -> Shift.of(values, covariance(usual, end == 0 ? usual.leastMemory() : usual.mostMemory(),
                late.stream().mapToInt(occasion -> occasion == late.getLast() ? again : occasion.again()).toArray(), renewed)))
                .min(Comparator.comparingDouble(shift -> Math.abs(shift.deviations()))).orElseThrow();
    }

    /** Noise is a slow part that neighbours share and repetitions keep, and a fresh part that each measurement has for itself. */
    private static double[][] covariance(Baseline usual, double memory, int[] again, double renewed) {
        double slow = Math.max(LEAST_SLOW, 1 - renewed);
        double kept = Math.min(0.95, memory / slow);
        double[][] covariance = new double[again.length][again.length];
        for (int i = 0; i < again.length; i++) {
            for (int j = 0; j < again.length; j++) {
                double share = i == j ? slow + (1 - slow) * Occasion.shareOfVariance(Math.max(1, again[i]))
                        : slow * Math.pow(kept, Math.abs(i - j));
                covariance[i][j] = usual.variance() * share + usual.varianceOfMean();
            }
        }
        return covariance;
    }
}
