package pruefstand.metric;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far forecasts of positive quantities were off.
 *
 * @param ratios measured over forecast of each, above 0; 1 for one that was right
 */
public record ForecastError(List<Double> ratios) {

    public ForecastError {
        if (!ratios.stream().allMatch(ratio -> ratio > 0 && Double.isFinite(ratio))) {
            throw new IllegalArgumentException("ratios are above 0 and finite, got " + ratios);
        }
        ratios = List.copyOf(ratios);
    }

    /** Median of |measured / forecast − 1|; empty where nothing was checked. */
    public OptionalDouble median() {
        double[] errors = ratios.stream().mapToDouble(ratio -> Math.abs(ratio - 1)).sorted().toArray();
        return errors.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.ofSorted(errors, 0.5));
    }

    /**
     * The 95 % interval of what will be measured: the forecast × and ÷ {@code exp(t·√(Σ ln² ratio / n))}, with the 97.5th percentile
     * {@code t} of Student's distribution with n degrees of freedom, since forecasts are meant to be right and no mean is taken off.
     * None for fewer than 3 checks.
     */
    public Interval around(double forecast) {
        int n = ratios.size();
        if (n < 3) {
            return Interval.none(n + " forecasts checked, fewer than 3");
        }
        double squares = ratios.stream().mapToDouble(ratio -> Math.pow(Math.log(ratio), 2)).sum();
        double factor = Math.exp(TDistribution.of(n).inverseCumulativeProbability((1 + Interval.LEVEL) / 2) * Math.sqrt(squares / n));
        return new Interval(OptionalDouble.of(forecast / factor), OptionalDouble.of(forecast * factor), OptionalDouble.empty(),
                "t interval of the logarithm of measured over forecast, 95 %, " + n + " checked");
    }
}
