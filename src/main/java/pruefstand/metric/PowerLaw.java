package pruefstand.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * {@code y = factor × x ^ exponent}, fitted by least squares to the logarithms. The interval of the exponent is Student's for the slope
 * of a regression line (n − 2 degrees of freedom).
 *
 * @param factor value at x = 1
 * @param exponent power
 * @param low lower end of the exponent's 95 % interval
 * @param high upper end of it
 * @param points how many it was fitted to
 */
public record PowerLaw(double factor, double exponent, double low, double high, int points) {

    /** Fewest points of different x with which a fit says anything. */
    public static final int FEWEST = 4;

    private static final double TAIL = 0.975;

    /**
     * Fits.
     *
     * @param x positive
     * @param y positive, as many
     * @return empty with fewer than {@link #FEWEST} different x
     * @throws IllegalArgumentException if the lengths differ or a value is not positive
     */
    public static Optional<PowerLaw> fit(double[] x, double[] y) {
        if (x.length != y.length || IntStream.range(0, x.length).anyMatch(i -> !(x[i] > 0 && y[i] > 0))) {
            throw new IllegalArgumentException("a power law needs as many x as y, all of them positive");
        }
        return Arrays.stream(x).distinct().count() < FEWEST ? Optional.empty()
                : Optional.of(ofLogarithms(Arrays.stream(x).map(Math::log).toArray(), Arrays.stream(y).map(Math::log).toArray()));
    }

    private static PowerLaw ofLogarithms(double[] x, double[] y) {
        int n = x.length;
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double squares = Arrays.stream(x).map(each -> (each - meanX) * (each - meanX)).sum();
        double slope = IntStream.range(0, n).mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY)).sum() / squares;
        double residual = IntStream.range(0, n).mapToDouble(i -> y[i] - meanY - slope * (x[i] - meanX)).map(each -> each * each).sum();
        double half = TDistribution.of(n - 2).inverseCumulativeProbability(TAIL) * Math.sqrt(residual / (n - 2) / squares);
        return new PowerLaw(Math.exp(meanY - slope * meanX), slope, slope - half, slope + half, n);
    }

    /** The fitted value. */
    public double at(double x) {
        return factor * Math.pow(x, exponent);
    }
}
