package pruefstand.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tells a step of a series from noise, up to three occasions after it happened. Values are logarithms. The usual level comes from up to
 * 180 first values of earlier occasions without outliers (by median and MAD), scatter and memory from those of all series; then the shift
 * of the last one, two or three occasions is estimated by generalised least squares, and stands against Student's distribution.
 *
 * <p>What could be a step is suspect and measured again, up to {@link #AGAIN} times, of which the mean without outliers counts, beside the
 * first value and less what that foretold. That ends before where the repetitions to come could hardly make it a step, or could hardly
 * unmake it though nothing had happened (stochastic curtailment: Lan, Simon and Halperin, Stochastically curtailed tests in long-term clinical
 * trials, 1982; the latter raises the rate of false alarms by a ninth at most, the former lowers it).
 *
 * <p>All series of a night are one family: together they give a false alarm in {@code 1 / BUDGET} nights at most, if their
 * noise is normal but for outliers and remembers as a first-order process does; src/bench/alarms.sh shows how often it is in fact.
 *
 * @param series how many are judged in the same night
 * @param noise what is known of their noise
 */
public record StepTest(int series, Noise noise) {

    /** So often a suspect is measured again at most. */
    public static final int AGAIN = 47;
    /** So often where repetitions may be worth nothing but to tell outliers. */
    private static final int AGAIN_UNKNOWN = 9;
    /** Fewer occasions before are no history. */
    public static final int FEWEST = 5;
    private static final int WINDOWS = 3;
    /** The last occasions, of which those before the shift say how slow noise stood. */
    private static final int LATE = 7;
    /** One in 100 nights is too many; noise that has to be learnt, and is normal before logarithms are taken, takes nearly half of it. */
    private static final double BUDGET = 0.0055;
    /** The last chance to find a step gets the half of it. */
    private static final double[] SHARES = {0.25, 0.25, 0.5};
    /** So much of a limit makes a first value suspect that seems to have fallen: noise may have made the step smaller. A rise, no alarm, needs all. */
    private static final double HOPE = 0.5;
    /** Repetitions to come may be lucky by so many standard deviations. */
    private static final double LUCK = 2;
    /** Standard deviations that 90 % stay below. */
    private static final double SURE = 1.28;
    /** Two outliers among fewer repetitions pass for noise and make a step. */
    private static final int FEWEST_AGAIN = 9;
    private static final double LEAST_STEP = 0.02;

    public StepTest {
        if (series < 1) {
            throw new IllegalArgumentException("a night has at least one series, got " + series);
        }
    }

    /**
     * How many measurements come next where one is suspect: first one, then two at a time. Whether a pair is measured is decided before both, so
     * that how far they lie apart was not chosen for.
     *
     * @param again how often it was measured again so far
     */
    public static int more(int again) {
        return again == 0 ? 1 : 2;
    }

    /** Judges the last occasion of a series, given those before it since its last step. */
    public StepVerdict judge(List<Occasion> all) {
        int end = all.size() - WINDOWS;
        if (end < FEWEST) {
            return new StepVerdict(StepVerdict.Kind.STEADY, all.size() - 1, all.getLast().value(), all.getLast().value());
        }
        Noise.Usual usual = noise.usual(Noise.baseline(all.subList(0, end)));
        List<Occasion> late = all.subList(Math.max(0, all.size() - LATE), all.size());
        Evidence evidence = Evidence.of(late, usual, most());
        Found found = IntStream.rangeClosed(1, WINDOWS).mapToObj(window -> new Found(window, evidence.shift(window, noise.memory(), noise.repetition().careful()),
                evidence.shift(window, noise.memory(), noise.repetition().hopeful()), limit(window, Double.POSITIVE_INFINITY)))
                .max(Comparator.comparingDouble(Found::strength)).orElseThrow();
        return new StepVerdict(kind(found, usual, all.getLast()), all.size() - found.window(), Math.exp(usual.mean()),
                Math.exp(usual.mean() + found.careful().size()));
    }

    /** What the last occasions say, as if the last had been measured as often as it takes: at least, and at most. */
    private record Found(int window, Shift careful, Shift hopeful, double limit) {

        double strength() {
            return Math.abs(hopeful.deviations()) / limit;
        }

        boolean isLower() {
            return careful.size() < 0;
        }
    }

    private double limit(int window, double freedom) {
        return TDistribution.of(freedom).inverseSurvivalProbability(BUDGET * SHARES[window - 1] / series);
    }

    private StepVerdict.Kind kind(Found found, Noise.Usual usual, Occasion last) {
        if (Math.abs(found.careful().size()) < LEAST_STEP) {
            return StepVerdict.Kind.STEADY;
        }
        if (last.again() == 0) {
            return found.strength() < (found.isLower() ? HOPE : 1) ? StepVerdict.Kind.STEADY : StepVerdict.Kind.SUSPECT;
        }
        // Student's limits lie beyond the normal ones, which are found faster.
        StepVerdict.Kind kind = repeated(found, usual, last, found.limit());
        return kind == StepVerdict.Kind.STEADY ? kind : repeated(found, usual, last, limit(found.window(), usual.scatter().freedom()));
    }

    private StepVerdict.Kind repeated(Found found, Noise.Usual usual, Occasion last, double limit) {
        Rest least = new Rest(noise.repetition().careful().fresh(), last.again(), most());
        Rest most = new Rest(noise.repetition().hopeful().fresh(), last.again(), most());
        double deviation = Math.sqrt(usual.scatter().variance());
        double off = Math.abs(Math.log(last.value()) - usual.mean()) / deviation;
        if (last.again() >= FEWEST_AGAIN && found.careful().nearer(least.lost(off, SURE) * deviation) >= limit
                && found.hopeful().nearer(most.lost(off, SURE) * deviation) >= limit) {
            return found.isLower() ? StepVerdict.Kind.LOWER : StepVerdict.Kind.HIGHER;
        }
        return last.again() < most() && found.hopeful().nearer(-LUCK * deviation * most.deviation()) >= limit
                ? StepVerdict.Kind.SUSPECT : StepVerdict.Kind.STEADY;
    }

    private int most() {
        return noise.repetition().careful().fresh() == 0 ? AGAIN_UNKNOWN : AGAIN;
    }
}
