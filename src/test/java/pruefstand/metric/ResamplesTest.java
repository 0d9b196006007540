package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResamplesTest {

    private static final Bootstrap BOOTSTRAP = Bootstrap.DEFAULT;

    private static Resamples mean(double... values) {
        return BOOTSTRAP.resample(values.length, new Mean(values));
    }

    private static double[] noise(int count, long seed) {
        return new SplittableRandom(seed).doubles(count).toArray();
    }

    @Test
    void aModelIsNotToldApartFromItself() {
        double[] values = noise(300, 1);
        Difference difference = mean(values).minus(mean(values)).orElseThrow();
        assertEquals(new Difference(0, 0, 0, 0, 1, 300), difference);
        assertFalse(difference.isReal(difference.p()));
    }

    /** Every draw differs by exactly a half: p is that of 12 signs that all point one way, 2^-11. */
    @Test
    void aConstantLeadIsReal() {
        double[] low = new double[12];
        double[] high = new double[12];
        Arrays.fill(high, 0.5);
        Difference difference = mean(high).minus(mean(low)).orElseThrow();
        assertEquals(new Difference(0.5, 0.5, 0.5, 0, 1.0 / 2048, 12), difference);
        assertTrue(difference.isReal(difference.p()));
    }

    /** 1000 items, each 0.1 better give or take a uniform ±0.5: standard error √(1/12/1000) ≈ 0.0091. */
    @Test
    void pairingByItemTakesOutWhatBothShare() {
        double[] hard = Arrays.stream(noise(1000, 2)).map(value -> 100 * value).toArray();
        double[] own = noise(1000, 3);
        double[] better = new double[1000];
        Arrays.setAll(better, i -> hard[i] + 0.1 + own[i] - 0.5);
        Difference difference = mean(better).minus(mean(hard)).orElseThrow();
        assertEquals(0.1, difference.value(), 0.03);
        assertEquals(0.0091, difference.stderr(), 0.001);
        assertTrue(difference.isReal(difference.p()));
    }

    @Test
    void twoSidesOfOneComparisonAreMirrored() {
        Resamples one = mean(noise(50, 4));
        Resamples other = mean(noise(50, 5));
        Difference there = one.minus(other).orElseThrow();
        Difference back = other.minus(one).orElseThrow();
        assertEquals(there.value(), -back.value(), 1e-12);
        assertEquals(there.low(), -back.high(), 1e-12);
        assertEquals(there.p(), back.p(), 1e-12);
    }

    /** The sum of twelve, a mean of ranks, anything: a statistic of the whole data set is drawn by its items too. */
    @Test
    void aStatisticOfTheWholeIsPairedByItem() {
        double[] gold = noise(100, 6);
        double[] good = Arrays.stream(gold).map(value -> value * value).toArray();
        Resamples perfect = BOOTSTRAP.resample(100, new Spearman(good, gold));
        Resamples none = BOOTSTRAP.resample(100, new Spearman(noise(100, 7), gold));
        Difference difference = perfect.minus(none).orElseThrow();
        assertEquals(perfect.value().orElseThrow() - none.value().orElseThrow(), difference.value(), 1e-12);
        assertTrue(difference.isReal(difference.p()));
    }

    /** Twelve pairs that all differ, by much more than they spread: their signs alone are 2^-11, and no less is claimed. */
    @Test
    void fewPairsNeverClaimMoreThanTheirSignsCan() {
        double[] low = noise(12, 8);
        double[] high = Arrays.stream(low).map(value -> value * 1.001 + 1000).toArray();
        assertEquals(1.0 / 2048, mean(high).minus(mean(low)).orElseThrow().p(), 1e-15);
    }

    /** Draws that differ by 0 and 2, and one that one of both does not define: 1 / √2 with nine degrees of freedom, p by SciPy. */
    @Test
    void pComesFromStudentsDistribution() {
        Resamples zero = new Resamples(BOOTSTRAP, 10, OptionalDouble.of(0), List.of(OptionalDouble.of(0), OptionalDouble.of(0), OptionalDouble.of(0)));
        Resamples one = new Resamples(BOOTSTRAP, 10, OptionalDouble.of(1), List.of(OptionalDouble.of(0), OptionalDouble.empty(), OptionalDouble.of(2)));
        assertEquals(0.497399024, one.minus(zero).orElseThrow().p(), 1e-9);
        assertEquals(Math.sqrt(2), zero.minus(one).orElseThrow().stderr(), 1e-12);
        assertEquals(10, one.minus(zero).orElseThrow().n());
    }

    @Test
    void tooFewBlocksAreNotCompared() {
        assertEquals(Optional.empty(), mean(noise(9, 1)).minus(mean(noise(9, 2))));
    }

    @Test
    void whatIsNotDefinedIsNotCompared() {
        Resamples undefined = BOOTSTRAP.resample(20, _ -> OptionalDouble.empty());
        assertEquals(Optional.empty(), undefined.minus(mean(noise(20, 1))));
    }

    @Test
    void differentDrawsAreNotPaired() {
        Resamples seven = mean(noise(20, 1));
        Resamples eight = new Bootstrap(1000, 8).resample(20, new Mean(noise(20, 1)));
        assertThrows(IllegalArgumentException.class, () -> seven.minus(eight));
        assertThrows(IllegalArgumentException.class, () -> seven.minus(mean(noise(21, 1))));
    }

    @Test
    void aSmallPWithAnIntervalOverZeroIsNotReal() {
        assertFalse(new Difference(0.1, -0.01, 0.2, 0.05, 0.049, 300).isReal(0.049));
        assertFalse(new Difference(0.1, 0.01, 0.2, 0.05, 0.049, 300).isReal(0.098));
        assertFalse(new Difference(0.1, 0, 0.2, 0.05, 0.049, 300).isReal(0.049));
        assertFalse(new Difference(-0.1, -0.2, 0, 0.05, 0.049, 300).isReal(0.049));
        assertTrue(new Difference(-0.1, -0.2, -0.01, 0.05, 0.049, 300).isReal(0.049));
    }
}
