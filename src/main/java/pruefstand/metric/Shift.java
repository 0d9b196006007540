package pruefstand.metric;

import java.util.Arrays;

/**
 * How far values after a moment are shifted, by generalised least squares (Aitken, 1935): values that resemble their neighbours count
 * for less, and what is known from the last values before counts too.
 *
 * @param size the estimate, in the unit of the values
 * @param deviations the same in its standard deviations
 * @param ofLast how much the deviations change when the last value does by 1
 */
record Shift(double size, double deviations, double ofLast) {

    /**
     * Of deviations from what is usual.
     *
     * @param values oldest first
     * @param before how many of them lie before the moment
     * @param covariance of their noise, positive definite
     */
    static Shift of(double[] values, int before, double[][] covariance) {
        double[] after = new double[values.length];
        Arrays.fill(after, before, values.length, 1);
        double[] weights = solved(Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new), after.clone());
        double information = product(weights, after);
        double weighted = product(weights, values);
        return new Shift(weighted / information, weighted / Math.sqrt(information), weights[weights.length - 1] / Math.sqrt(information));
    }

    /** The deviations, without their sign, if the last value lay nearer to what is usual by so much. */
    double nearer(double by) {
        return Math.abs(deviations) - Math.abs(ofLast) * by;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gauss's elimination, which uses both up; a covariance needs no pivots. */
    private static double[] solved(double[][] a, double[] x) {
        int n = x.length;
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
                x[i] -= factor * x[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
