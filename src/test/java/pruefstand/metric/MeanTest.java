package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** {@link Mean} and {@link GroupMean}; expected values worked out by hand. */
class MeanTest {

    private static final Mean MEAN = new Mean(new double[] {1, 2, 6});

    @Test
    void countsAnItemAsOftenAsItIsDrawn() {
        assertEquals(OptionalDouble.of(3), MEAN.value());
        assertEquals(OptionalDouble.of(3.5), MEAN.of(new int[] {2, 0, 2, 0}));
        assertEquals(OptionalDouble.empty(), MEAN.of(new int[0]));
        assertEquals(OptionalDouble.empty(), new Mean(new double[0]).value());
    }

    /** Deviations -2, -1, 3: s = √(14 / 2). */
    @Test
    void itsErrorIsTheDeviationOverTheRootOfTheCount() {
        assertEquals(Math.sqrt(7.0 / 3), MEAN.standardError().orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.empty(), new Mean(new double[] {5}).standardError());
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> new Mean(new double[] {1, Double.NaN}));
    }

    @Test
    void groupsThatDefineNothingAreLeftOut() {
        GroupMean mean = new GroupMean(new OptionalDouble[] {OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(5)});
        assertEquals(OptionalDouble.of(3.5), mean.of(new int[] {0, 1, 2}));
        assertEquals(OptionalDouble.of(4), mean.of(new int[] {2, 0, 1, 2}));
        assertEquals(OptionalDouble.empty(), mean.of(new int[] {1, 1}));
    }
}
