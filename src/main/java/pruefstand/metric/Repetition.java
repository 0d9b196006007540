package pruefstand.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the noise of a series is when it is measured again at once, in standard deviations of first values: a part of the night's first value, a
 * part of that of the night before, a slow rest that all repetitions of a night keep, and a fresh one that each has for itself. A machine that is
 * hot that night gives the same number twice, however far it is off; one on which each new process scatters as much as nights do gives another.
 *
 * @param ofFirst so much of the night's first value comes again
 * @param ofBefore so much of the first value of the night before
 * @param slow variance of the rest that repetitions of a night share
 * @param fresh variance of what is another each time
 */
record Repetition(double ofFirst, double ofBefore, double slow, double fresh) {

    /**
     * What is known of repetitions.
     *
     * @param careful they are hardly worth less
     * @param hopeful they are hardly worth more
     */
    record Range(Repetition careful, Repetition hopeful) {

        /** Nothing is: the same comes again, or something that has nothing to do with it. */
        static final Range UNKNOWN = new Range(new Repetition(1, 0, LEAST_SLOW, 0), new Repetition(0, 0, LEAST_SLOW, 1));
    }

    /**
     * The start of an occasion that was measured again, each in standard deviations from what is usual.
     *
     * @param first its first value
     * @param before the first value of the occasion before
     * @param again its first repetition: later ones came only where that one was far off too
     */
    record Start(double first, double before, double again) {

        /** None of them is an outlier. */
        boolean isClean() {
            return Math.max(Math.abs(first), Math.max(Math.abs(before), Math.abs(again))) <= Baseline.OUTLYING;
        }

        private double left(double ofFirst, double ofBefore) {
            return again - ofFirst * first - ofBefore * before;
        }
    }

    private static final int FEWEST = 10;
    /** Where repetitions seem to keep nothing, there is still what none of them shows. */
    private static final double LEAST_SLOW = 0.03;

    Repetition {
        if (!(slow >= 0 && fresh >= 0 && fresh <= 1)) {
            throw new IllegalArgumentException("variances are 0 or above, and a fresh one is no more than all, got " + slow + " and " + fresh);
        }
    }

    /**
     * Learnt from all that was repeated: by least squares, which it does not disturb that only suspicious values are measured again. What is slow
     * is known within a standard error, {@code √(2/n)} of each variance that it comes from.
     *
     * @param apart differences of two repetitions, each divided by √2 and by its series' standard deviation; fewer than 10: unknown
     * @param starts fewer than 10: unknown
     */
    static Range of(double[] apart, List<Start> starts) {
        if (apart.length < FEWEST || starts.size() < FEWEST) {
            return Range.UNKNOWN;
        }
        double[] known = Arrays.stream(Baseline.of(apart).centred()).filter(value -> !Double.isNaN(value)).toArray();
        double fresh = Math.min(1, Arrays.stream(known).map(value -> value * value).sum() / known.length);
        Repetition found = ofStarts(starts, fresh);
        double error = Math.hypot((found.slow + fresh) * Math.sqrt(2.0 / starts.size()), fresh * Math.sqrt(2.0 / apart.length));
        return new Range(found.withSlow(found.slow + error), found.withSlow(found.slow - error));
    }

    /** By least squares with one start more for each that says it counts for nothing (ridge regression): where one never moves, it does. */
    private static Repetition ofStarts(List<Start> starts, double fresh) {
        double firsts = 1 + sum(starts, start -> start.first * start.first);
        double befores = 1 + sum(starts, start -> start.before * start.before);
        double both = sum(starts, start -> start.first * start.before);
        double againFirst = sum(starts, start -> start.again * start.first);
        double againBefore = sum(starts, start -> start.again * start.before);
        double determinant = firsts * befores - both * both;
        double ofFirst = (againFirst * befores - againBefore * both) / determinant;
        double ofBefore = (againBefore * firsts - againFirst * both) / determinant;
        double left = sum(starts, start -> start.left(ofFirst, ofBefore) * start.left(ofFirst, ofBefore)) / (starts.size() - 2);
        return new Repetition(ofFirst, ofBefore, Math.max(0, left - fresh), fresh);
    }

    private static double sum(List<Start> starts, ToDoubleFunction<Start> of) {
        return starts.stream().mapToDouble(of).sum();
    }

    private Repetition withSlow(double other) {
        return new Repetition(ofFirst, ofBefore, Math.max(LEAST_SLOW, other), fresh);
    }

    /** The covariance with the first value of so many nights before; negative: of nights after. */
    double withFirst(Memory memory, int lag) {
        return ofFirst * memory.correlation(lag) + ofBefore * memory.correlation(lag - 1);
    }

    /** The covariance with a repetition of so many nights before; of the same night with another one. */
    double withRepetition(Memory memory, int lag) {
        return ofFirst * withFirst(memory, -lag) + ofBefore * withFirst(memory, 1 - lag) + slow * Math.pow(memory.kept(), Math.abs(lag));
    }
}
