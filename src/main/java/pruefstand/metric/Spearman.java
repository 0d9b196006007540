package pruefstand.metric;

import java.util.OptionalDouble;

/**
 * Spearman's rank correlation of paired values: {@link Pearson} of their ranks, no unit, -1 … 1, higher is better where both
 * sides should agree. Ties: equal values share the average of their ranks. Not defined, hence empty, for fewer than 2 pairs and
 * where one side is constant. Source: Spearman (1904); agrees with SciPy's {@code spearmanr}.
 */
public final class Spearman implements Statistic {

    private final Ranks x;
    private final Ranks y;
    private final int count;

    /**
     * Takes paired values.
     *
     * @throws IllegalArgumentException if there are not as many of one as of the other, or one is not finite
     */
    public Spearman(double[] x, double[] y) {
        Pairs.check(x, y);
        this.x = Ranks.of(x);
        this.y = Ranks.of(y);
        this.count = x.length;
    }

    /** The correlation of all pairs. */
    public OptionalDouble value() {
        return of(Pairs.all(count));
    }

    @Override
    public OptionalDouble of(int[] drawn) {
        return Pearson.correlation(x.average(drawn), y.average(drawn));
    }
}
