package pruefstand.metric;

import java.util.List;

/**
 * The variance of a series' noise, and how well it is known.
 *
 * @param variance above 0, of natural logarithms
 * @param freedom its degrees of freedom; 0: nothing is known
 */
record Scatter(double variance, double freedom) {

    private static final Scatter UNKNOWN = new Scatter(Baseline.LEAST * Baseline.LEAST, 0);
    private static final int FEWEST = 5;
    private static final double LEAST_FREEDOM = 3;
    private static final double MOST_FREEDOM = 10_000;

    /**
     * What many series tell about another one: the more alike their scatters are, the more degrees of freedom (Smyth, Linear models and
     * empirical Bayes methods for assessing differential expression, 2004, section 6.2, with {@code ψ'(d/2) ≈ 2/(d - 1)} and
     * {@code ψ(d/2) ≈ ln((d - 1)/2)}). How far they differ beyond chance is taken one standard error above its estimate.
     *
     * @param all those of each series; fewer than 5 with 3 degrees of freedom: unknown
     */
    static Scatter common(List<Scatter> all) {
        List<Scatter> known = all.stream().filter(each -> each.freedom >= LEAST_FREEDOM).toList();
        if (known.size() < FEWEST) {
            return UNKNOWN;
        }
        double[] logs = known.stream().mapToDouble(each -> Math.log(each.variance) - Math.log(1 - 1 / each.freedom)).toArray();
        double deviation = SampleSummary.deviation(logs).orElseThrow();
        double chance = known.stream().mapToDouble(each -> 2 / (each.freedom - 1)).average().orElseThrow();
        double excess = deviation * deviation * (1 + Math.sqrt(2.0 / (logs.length - 1))) - chance;
        double freedom = Math.min(MOST_FREEDOM, 1 + 2 / Math.max(2 / MOST_FREEDOM, excess));
        return new Scatter(Math.exp(SampleSummary.mean(logs)) * (1 - 1 / freedom), freedom);
    }

    /** This one with what others tell: the mean, weighted by degrees of freedom (Smyth, equation 4). */
    Scatter given(Scatter others) {
        double sum = freedom + others.freedom;
        return new Scatter((freedom * variance + others.freedom * others.variance) / sum, sum);
    }
}
