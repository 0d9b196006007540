package pruefstand.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class DivergenceTest {

    // ½ ln(½ : ¼) + ¼ ln(¼ : ¼) + ¼ ln(¼ : ½) = ½ ln 2 − ¼ ln 2
    @Test
    void isTheExpectedDifferenceOfLogarithmsUnderTheBase() {
        float[] base = {ln(0.5), ln(0.25), ln(0.25)};
        float[] candidate = {ln(0.25), ln(0.25), ln(0.5)};
        assertEquals(0.25 * Math.log(2), divergence(base, candidate), 1e-7);
    }

    // ½ ln(½ : ⅔) + ½ ln(½ : ⅓) = ½ ln(9 : 8); the other way ⅔ ln(4 : 3) + ⅓ ln(2 : 3)
    @Test
    void isNotTheSameBothWays() {
        float[] half = {0, 0};
        float[] third = {ln(2), 0};
        assertEquals(0.5 * Math.log(9.0 / 8), divergence(half, third), 1e-7);
        assertEquals(2.0 / 3 * Math.log(4.0 / 3) + Math.log(2.0 / 3) / 3, divergence(third, half), 1e-7);
    }

    @Test
    void equalDistributionsDoNotDiverge() {
        assertEquals(0, divergence(new float[] {1, 2, 3}, new float[] {11, 12, 13}), 1e-12);
    }

    @Test
    void whatTheBaseExcludesAddsNothingAndWhatTheCandidateExcludesIsInfinite() {
        assertEquals(0, divergence(new float[] {0, Float.NEGATIVE_INFINITY}, new float[] {0, Float.NEGATIVE_INFINITY}));
        assertEquals(Double.POSITIVE_INFINITY, divergence(new float[] {0, 0}, new float[] {0, Float.NEGATIVE_INFINITY}));
        assertTrue(Double.isNaN(divergence(new float[] {0, Float.NaN}, new float[] {0, 0})));
    }

    private static float ln(double value) {
        return (float) Math.log(value);
    }

    private static double divergence(float[] base, float[] candidate) {
        MemorySegment one = MemorySegment.ofArray(base);
        MemorySegment other = MemorySegment.ofArray(candidate);
        return Divergence.of(one, LogSoftmax.of(one), other, LogSoftmax.of(other));
    }
}
