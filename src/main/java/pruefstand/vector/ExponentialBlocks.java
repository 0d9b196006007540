package pruefstand.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Σ exp(x − max) over values that come block by block, in one reading of memory: a larger maximum scales down what was summed
 * before. Inside a block the exponential is a polynomial in single precision (degree 6 after the exponent is split off, as Cody
 * and Waite do it; coefficients of Cephes' {@code expf}, relative error below 1e-7), and every loop works on one element after
 * another of arrays, which is what the JVM's compiler turns into vector instructions. (The Vector API is no faster once
 * compiled, and fifty times as slow before.) Only additions, multiplications and fused ones are used, each
 * rounded by the same rule whether compiled or not.
 */
final class ExponentialBlocks {

    /** Values of a block. */
    static final int SIZE = 1024;

    // What is folded further is no faster in vectors.
    private static final int LANES = 32;

    // e^-87 is the least that a float holds in full; beside a sum of at least 1 it is nothing.
    private static final float LOWEST = -87;

    private static final float LOG2_E = 1.44269504f;
    // Adding it rounds to a whole number.
    private static final float ROUNDING = 12_582_912f;
    // ln 2 in two parts, of which the first has few digits.
    private static final float LN_2_HIGH = 0.693359375f;
    private static final float LN_2_LOW = -2.12194440e-4f;

    private final float[] values = new float[SIZE];
    private final float[] scales = new float[SIZE];
    private final int[] exponents = new int[SIZE];
    private final float[] folded = new float[SIZE / 2];
    private final float[] again = new float[SIZE / 4];
    private float max = Float.NEGATIVE_INFINITY;
    private int maxFrom;
    private double sum;

    float max() {
        return max;
    }

    /** Where the block begins that holds the first of the largest values. */
    int maxFrom() {
        return maxFrom;
    }

    double sum() {
        return sum;
    }

    /** Adds a whole block. */
    void add(MemorySegment floats, int start) {
        MemorySegment.copy(floats, ValueLayout.JAVA_FLOAT, (long) start * Float.BYTES, values, 0, SIZE);
        raise(largest(), start);
        if (max != Float.NEGATIVE_INFINITY) {
            exponentials(values, max, exponents);
            MemorySegment.copy(MemorySegment.ofArray(exponents), ValueLayout.JAVA_FLOAT, 0, scales, 0, SIZE);
            sum += scaledSum();
        }
    }

    /** Adds a value that is in no whole block, in double precision. */
    void addOne(float value, int index) {
        raise(value, index);
        if (value != Float.NEGATIVE_INFINITY) {
            sum += Math.exp((double) value - max);
        }
    }

    // NaN must become the maximum, so that it shows.
    private void raise(float value, int start) {
        if (!(value <= max)) {
            sum *= Math.exp((double) max - value);
            max = value;
            maxFrom = start;
        }
    }

    private float largest() {
        foldMax(values, folded, SIZE / 2);
        foldMax(folded, again, SIZE / 4);
        foldMax(again, folded, SIZE / 8);
        foldMax(folded, again, SIZE / 16);
        foldMax(again, folded, LANES);
        float largest = folded[0];
        for (int i = 1; i < LANES; i++) {
            largest = Math.max(largest, folded[i]);
        }
        return largest;
    }

    private static void foldMax(float[] from, float[] to, int half) {
        for (int i = 0; i < half; i++) {
            to[i] = Math.max(from[i], from[i + half]);
        }
    }

    /** Leaves e^(x − max) as a factor between 0.7 and 1.5, in place of x, and the bits of a power of two. */
    private static void exponentials(float[] x, float max, int[] exponents) {
        for (int i = 0; i < SIZE; i++) {
            float below = Math.max(x[i] - max, LOWEST);
            float power = Math.fma(below, LOG2_E, ROUNDING) - ROUNDING;
            exponents[i] = (int) power + 127 << 23;
            float rest = Math.fma(power, -LN_2_LOW, Math.fma(power, -LN_2_HIGH, below));
            float polynomial = Math.fma(Math.fma(Math.fma(1.9875691500e-4f, rest, 1.3981999507e-3f), rest, 8.3334519073e-3f),
                    rest, 4.1665795894e-2f);
            polynomial = Math.fma(Math.fma(polynomial, rest, 1.6666665459e-1f), rest, 5.0000001201e-1f);
            x[i] = Math.fma(polynomial, rest * rest, rest + 1);
        }
    }

    private double scaledSum() {
        foldProducts(values, scales, folded);
        foldSums(folded, again, SIZE / 4);
        foldSums(again, folded, SIZE / 8);
        foldSums(folded, again, SIZE / 16);
        foldSums(again, folded, LANES);
        double total = 0;
        for (int i = 0; i < LANES; i++) {
            total += folded[i];
        }
        return total;
    }

    private static void foldProducts(float[] factors, float[] scales, float[] to) {
        for (int i = 0; i < SIZE / 2; i++) {
            to[i] = Math.fma(factors[i], scales[i], factors[i + SIZE / 2] * scales[i + SIZE / 2]);
        }
    }

    private static void foldSums(float[] from, float[] to, int half) {
        for (int i = 0; i < half; i++) {
            to[i] = from[i] + from[i + half];
        }
    }
}
