package pruefstand.metric;

import java.util.OptionalDouble;

/**
 * Pearson's correlation of paired values: {@code Σ(x-x̄)(y-ȳ) / sqrt(Σ(x-x̄)²·Σ(y-ȳ)²)}, no unit, -1 … 1, higher is better
 * where both sides should agree. Not defined, hence empty, for fewer than 2 pairs and where one side is constant. Source: Pearson
 * (1895); agrees with SciPy's {@code pearsonr}.
 */
public final class Pearson implements Statistic {

    private final double[] x;
    private final double[] y;

    /**
     * Takes paired values.
     *
     * @throws IllegalArgumentException if there are not as many of one as of the other, or one is not finite
     */
    public Pearson(double[] x, double[] y) {
        Pairs.check(x, y);
        this.x = x.clone();
        this.y = y.clone();
    }

    /** The correlation of all pairs. */
    public OptionalDouble value() {
        return of(Pairs.all(x.length));
    }

    @Override
    public OptionalDouble of(int[] drawn) {
        return correlation(Pairs.pick(x, drawn), Pairs.pick(y, drawn));
    }

    static OptionalDouble correlation(double[] x, double[] y) {
        if (Pairs.constant(x) || Pairs.constant(y)) {
            return OptionalDouble.empty();
        }
        double meanX = SampleSummary.mean(x);
        double meanY = SampleSummary.mean(y);
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            products += dx * dy;
            squaresX += dx * dx;
            squaresY += dy * dy;
        }
        double correlation = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
        return OptionalDouble.of(Math.clamp(correlation, -1, 1));
    }
}
