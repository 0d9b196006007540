package pruefstand.metric;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Average precision of pairs that are alike or not, ordered by a score: {@code Σ (Rₙ - Rₙ₋₁) · Pₙ} over the thresholds from high to
 * low, with recall R and precision P of the pairs at or above the threshold; no unit, 0 … 1, higher is better. Ties: equal scores
 * form one threshold. Not defined, hence empty, where no drawn pair is alike. Source: scikit-learn's
 * {@code average_precision_score}.
 */
public final class AveragePrecision implements Statistic {

    private final Ranks scores;
    private final boolean[] alike;

    /**
     * Takes scores, higher for what is more alike.
     *
     * @throws IllegalArgumentException if there are not as many of one as of the other, or a score is not finite
     */
    public AveragePrecision(double[] scores, boolean[] alike) {
        Labelled.check(scores, alike);
        this.scores = Ranks.of(scores);
        this.alike = alike.clone();
    }

    /** Of all pairs. */
    public OptionalDouble value() {
        return of(IntStream.range(0, alike.length).toArray());
    }

    @Override
    public OptionalDouble of(int[] drawn) {
        long[] all = new long[scores.levels()];
        long[] hits = new long[scores.levels()];
        long total = 0;
        for (int i : drawn) {
            all[scores.level()[i]]++;
            if (alike[i]) {
                hits[scores.level()[i]]++;
                total++;
            }
        }
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum(all, hits, total));
    }

    private static double sum(long[] all, long[] hits, long total) {
        double sum = 0;
        long above = 0;
        long found = 0;
        for (int level = all.length - 1; level >= 0; level--) {
            above += all[level];
            found += hits[level];
            if (hits[level] > 0) {
                sum += (double) hits[level] / total * found / above;
            }
        }
        return sum;
    }
}
