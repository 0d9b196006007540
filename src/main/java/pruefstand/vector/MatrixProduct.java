package pruefstand.vector;

/**
 * Adds the product of two matrices to a third: {@code sums[i][j] += Σ_k factors[i][k] · rows[k][j]}, for each sum in the order of k
 * and with fused additions in double precision, however many there are: so the same vectors give the same bits wherever they stand. Sixteen products
 * are added in one pass over four rows and four sums, in a loop that the JVM's compiler turns into vector instructions.
 */
final class MatrixProduct {

    private static final int FOUR = 4;

    private final double[][] factors;
    private final float[][] rows;
    private final double[][] sums;
    private final int width;

    private MatrixProduct(double[][] factors, float[][] rows, double[][] sums) {
        this.factors = factors;
        this.rows = rows;
        this.sums = sums;
        this.width = rows.length == 0 ? 0 : rows[0].length;
    }

    /**
     * Adds.
     *
     * @param factors one array for each sum, with a number for each row
     * @param rows all of one length
     * @param sums as long as the rows
     */
    static void add(double[][] factors, float[][] rows, double[][] sums) {
        new MatrixProduct(factors, rows, sums).addAll();
    }

    private void addAll() {
        int sum = 0;
        for (; sum + FOUR <= factors.length; sum += FOUR) {
            int row = 0;
            for (; row + FOUR <= rows.length; row += FOUR) {
                addFourToFour(sum, row);
            }
            for (int one = sum; one < sum + FOUR; one++) {
                addRest(one, row);
            }
        }
        for (; sum < factors.length; sum++) {
            int row = 0;
            for (; row + FOUR <= rows.length; row += FOUR) {
                addFour(sum, row);
            }
            addRest(sum, row);
        }
    }

    private void addFourToFour(int sum, int row) {
        float[] x0 = rows[row];
        float[] x1 = rows[row + 1];
        float[] x2 = rows[row + 2];
        float[] x3 = rows[row + 3];
        double[] a = factors[sum];
        double[] b = factors[sum + 1];
        double[] c = factors[sum + 2];
        double[] d = factors[sum + 3];
        double[] p = sums[sum];
        double[] q = sums[sum + 1];
        double[] r = sums[sum + 2];
        double[] s = sums[sum + 3];
        double a0 = a[row], a1 = a[row + 1], a2 = a[row + 2], a3 = a[row + 3];
        double b0 = b[row], b1 = b[row + 1], b2 = b[row + 2], b3 = b[row + 3];
        double c0 = c[row], c1 = c[row + 1], c2 = c[row + 2], c3 = c[row + 3];
        double d0 = d[row], d1 = d[row + 1], d2 = d[row + 2], d3 = d[row + 3];
        for (int j = 0; j < width; j++) {
            // All four are read before the first sum is written: the compiler cannot know that these are different arrays.
            double y0 = x0[j], y1 = x1[j], y2 = x2[j], y3 = x3[j];
            p[j] = Math.fma(a3, y3, Math.fma(a2, y2, Math.fma(a1, y1, Math.fma(a0, y0, p[j]))));
            q[j] = Math.fma(b3, y3, Math.fma(b2, y2, Math.fma(b1, y1, Math.fma(b0, y0, q[j]))));
            r[j] = Math.fma(c3, y3, Math.fma(c2, y2, Math.fma(c1, y1, Math.fma(c0, y0, r[j]))));
            s[j] = Math.fma(d3, y3, Math.fma(d2, y2, Math.fma(d1, y1, Math.fma(d0, y0, s[j]))));
        }
    }

    private void addFour(int sum, int row) {
        float[] x0 = rows[row];
        float[] x1 = rows[row + 1];
        float[] x2 = rows[row + 2];
        float[] x3 = rows[row + 3];
        double[] a = factors[sum];
        double[] p = sums[sum];
        double a0 = a[row], a1 = a[row + 1], a2 = a[row + 2], a3 = a[row + 3];
        for (int j = 0; j < width; j++) {
            p[j] = Math.fma(a3, x3[j], Math.fma(a2, x2[j], Math.fma(a1, x1[j], Math.fma(a0, x0[j], p[j]))));
        }
    }

    private void addRest(int sum, int from) {
        double[] p = sums[sum];
        for (int row = from; row < rows.length; row++) {
            float[] x = rows[row];
            double factor = factors[sum][row];
            for (int j = 0; j < width; j++) {
                p[j] = Math.fma(factor, x[j], p[j]);
            }
        }
    }
}
