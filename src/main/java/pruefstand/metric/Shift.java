package pruefstand.metric;

import java.util.Arrays;

/**
 * How far values after a moment are shifted, by generalised least squares (Aitken, 1935): values that resemble their neighbours count
 * for less, and what is known from the last value before counts too.
 *
 * @param size the estimate, in the unit of the values
 * @param deviations the same in its standard deviations
 */
record Shift(double size, double deviations) {

    /**
     * Of deviations from what is usual.
     *
     * @param values the first lies before the moment, all others after it
     * @param covariance of their noise, positive definite; used up
     */
    static Shift of(double[] values, double[][] covariance) {
        double[] after = new double[values.length];
        Arrays.fill(after, 1, values.length, 1);
        double[] weights = solved(covariance, after.clone());
        double information = product(weights, after);
        double weighted = product(weights, values);
        return new Shift(weighted / information, weighted / Math.sqrt(information));
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gauss's elimination; a covariance needs no pivots. */
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
