package pruefstand.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What the correlations share. */
final class Pairs {

    private Pairs() {
    }

    static void check(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("pairs need as many values on both sides, got " + x.length + " and " + y.length);
        }
        if (!Arrays.stream(x).allMatch(Double::isFinite) || !Arrays.stream(y).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a correlation needs finite values");
        }
    }

    static int[] all(int count) {
        return IntStream.range(0, count).toArray();
    }

    static double[] pick(double[] values, int[] drawn) {
        return Arrays.stream(drawn).mapToDouble(i -> values[i]).toArray();
    }

    /** Told by the values, not by their variance: the mean of equal numbers need not equal them. */
    static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
