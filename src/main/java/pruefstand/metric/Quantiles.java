package pruefstand.metric;

/** Values below which a given share of a sample lies. */
final class Quantiles {

    private Quantiles() {
    }

    /**
     * The quantile by linear interpolation between the two nearest order statistics: the value at position {@code q·(n-1)}
     * (type 7 of Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996; NumPy's default).
     *
     * @param sorted ascending, at least one value, no NaN
     * @param q between 0 and 1
     */
    static double ofSorted(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
