package pruefstand.metric;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The best that a cut through pairs, ordered by a score from high to low, makes of telling the alike from the others: those before
 * the cut are called alike. Tried is each cut after a pair but the last; no unit, 0 … 1, higher is better. Ties: pairs of equal
 * score keep the order of the data, and a cut may part them. Not defined, hence empty, for fewer than 2 pairs; the F1 also where
 * no pair is alike. Source: the evaluators of sentence-transformers that MTEB calls.
 */
public final class BestCut implements Statistic {

    /** What is to be best. */
    public enum Goal {
        /** Share of pairs that are called rightly. */
        ACCURACY,
        /** {@code 2PR / (P + R)} of the pairs called alike. */
        F1
    }

    private final Goal goal;
    private final int[] order;
    private final boolean[] alike;

    /**
     * Takes scores, higher for what is more alike.
     *
     * @throws IllegalArgumentException if there are not as many of one as of the other, or a score is not finite
     */
    public BestCut(Goal goal, double[] scores, boolean[] alike) {
        Labelled.check(scores, alike);
        this.goal = goal;
        this.alike = alike.clone();
        this.order = IntStream.range(0, alike.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i] + 0.0).reversed())
                .mapToInt(Integer::intValue).toArray();
    }

    /** Of all pairs. */
    public OptionalDouble value() {
        return of(IntStream.range(0, alike.length).toArray());
    }

    @Override
    public OptionalDouble of(int[] drawn) {
        int[] times = new int[alike.length];
        int total = 0;
        for (int i : drawn) {
            times[i]++;
            total += alike[i] ? 1 : 0;
        }
        if (drawn.length < 2 || goal == Goal.F1 && total == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(best(times, drawn.length, total));
    }

    private double best(int[] times, int pairs, int total) {
        double best = 0;
        int called = 0;
        int found = 0;
        for (int i : order) {
            for (int time = 0; time < times[i] && called < pairs - 1; time++) {
                called++;
                found += alike[i] ? 1 : 0;
                best = Math.max(best, quality(pairs, total, called, found));
            }
        }
        return best;
    }

    private double quality(int pairs, int total, int called, int found) {
        return switch (goal) {
            case ACCURACY -> (found + (pairs - total) - (called - found)) / (double) pairs;
            case F1 -> 2.0 * found / (called + total);
        };
    }
}
