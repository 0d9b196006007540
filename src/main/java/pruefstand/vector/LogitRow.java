package pruefstand.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * A row of logits, read in blocks. Every loop over a block works on one element after another of arrays, which the JVM's compiler
 * turns into vector instructions; results of a block are not folded but kept for each place in the block, and folded once at the
 * end. What fills no block is computed in double precision. (The Vector API is no faster once compiled, and fifty times as slow
 * before.) Only additions, multiplications and fused ones are used, each rounded by the same rule whether compiled or not.
 */
final class LogitRow {

    private static final int BLOCK = 2048;

    // e^-87 is the least that a float holds in full; beside a sum of at least 1 it is nothing.
    private static final float LOWEST = -87;

    private static final float LOG2_E = 1.44269504f;
    // Adding it rounds to a whole number.
    private static final float ROUNDING = 12_582_912f;
    // ln 2 in two parts, of which the first has few digits.
    private static final float LN_2_HIGH = 0.693359375f;
    private static final float LN_2_LOW = -2.12194440e-4f;

    private final MemorySegment logits;
    private final int count;
    private final int inBlocks;
    private final float[] block = new float[BLOCK];
    private final float[] maxima = new float[BLOCK];

    LogitRow(MemorySegment logits) {
        this.logits = logits;
        count = Math.toIntExact(logits.byteSize() / Float.BYTES);
        inBlocks = count / BLOCK * BLOCK;
    }

    private float at(int index) {
        return logits.getAtIndex(ValueLayout.JAVA_FLOAT, index);
    }

    private void read(int start) {
        MemorySegment.copy(logits, ValueLayout.JAVA_FLOAT, (long) start * Float.BYTES, block, 0, BLOCK);
    }

    /** The largest logit; NaN where one is. */
    float max() {
        Arrays.fill(maxima, Float.NEGATIVE_INFINITY);
        for (int start = 0; start < inBlocks; start += BLOCK) {
            read(start);
            raise(maxima, block);
        }
        float max = Float.NEGATIVE_INFINITY;
        for (float largest : maxima) {
            max = Math.max(max, largest);
        }
        for (int index = inBlocks; index < count; index++) {
            max = Math.max(max, at(index));
        }
        return max;
    }

    private static void raise(float[] maxima, float[] block) {
        for (int i = 0; i < BLOCK; i++) {
            maxima[i] = Math.max(maxima[i], block[i]);
        }
    }

    /** The first place of the largest logit, which {@link #max()} has found; 0 where that is NaN. */
    int first(float max) {
        int first = inBlocks;
        for (int i = 0; i < BLOCK; i++) {
            for (int index = i; maxima[i] == max && index < first; index += BLOCK) {
                first = at(index) == max ? index : first;
            }
        }
        while (first < count && at(first) != max) {
            first++;
        }
        return first == count ? 0 : first;
    }

    /** Σ exp(logit − max), to within 1e-7 of itself. */
    double sumOfExponentials(float max) {
        float[] sums = new float[BLOCK];
        float[] scales = new float[BLOCK];
        int[] exponents = new int[BLOCK];
        for (int start = 0; start < inBlocks; start += BLOCK) {
            read(start);
            exponentials(block, max, exponents);
            MemorySegment.copy(MemorySegment.ofArray(exponents), ValueLayout.JAVA_FLOAT, 0, scales, 0, BLOCK);
            addScaled(sums, block, scales);
        }
        double sum = 0;
        for (float part : sums) {
            sum += part;
        }
        for (int index = inBlocks; index < count; index++) {
            sum += Math.exp((double) at(index) - max);
        }
        return sum;
    }

    /**
     * Leaves e^(x − max) as a factor between 0.7 and 1.5, in place of x, and the bits of a power of two: the exponent is split off
     * as Cody and Waite do it, the polynomial is that of Cephes' {@code expf}, with a relative error below 1e-7.
     */
    private static void exponentials(float[] x, float max, int[] exponents) {
        for (int i = 0; i < BLOCK; i++) {
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

    private static void addScaled(float[] sums, float[] factors, float[] scales) {
        for (int i = 0; i < BLOCK; i++) {
            sums[i] = Math.fma(factors[i], scales[i], sums[i]);
        }
    }
}
