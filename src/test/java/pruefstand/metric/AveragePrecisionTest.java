package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Expected values worked out by hand. */
class AveragePrecisionTest {

    @Test
    void addsPrecisionWhereRecallGrows() {
        // Alike at ranks 1 and 3 of 4: 1/2 · 1/1 + 1/2 · 2/3.
        assertEquals(5 / 6.0, value(new double[] {0.9, 0.8, 0.7, 0.1}, true, false, true, false), 1e-15);
    }

    @Test
    void takesEqualScoresAsOneThreshold() {
        // Of three at the top one is alike: precision 1/3 when recall reaches 1/2; the last one makes it 2/4.
        assertEquals(0.5 / 3 + 0.5 * 2 / 4, value(new double[] {5, 5, 5, 1}, false, true, false, true), 1e-15);
    }

    @Test
    void givesAConstantScorerTheShareOfTheAlike() {
        assertEquals(0.25, value(new double[] {1, 1, 1, 1}, true, false, false, false), 1e-15);
    }

    @Test
    void isOneForAPerfectOrder() {
        assertEquals(1, value(new double[] {2, 1, -0.0, 0.0}, true, true, false, false), 1e-15);
    }

    @Test
    void isNothingWithoutAnyAlike() {
        assertEquals(OptionalDouble.empty(), new AveragePrecision(new double[] {1, 2}, new boolean[2]).value());
        assertEquals(OptionalDouble.empty(), new AveragePrecision(new double[0], new boolean[0]).value());
    }

    @Test
    void countsWhatIsDrawnTwiceTwice() {
        AveragePrecision precision = new AveragePrecision(new double[] {3, 2, 1}, new boolean[] {false, true, false});
        assertEquals(2 / 3.0, precision.of(new int[] {0, 1, 1}).orElseThrow(), 1e-15);
    }

    @Test
    void refusesScoresThatAreNoNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new AveragePrecision(new double[] {Double.NaN}, new boolean[1]));
        assertThrows(IllegalArgumentException.class, () -> new AveragePrecision(new double[1], new boolean[2]));
    }

    private static double value(double[] scores, boolean... alike) {
        return new AveragePrecision(scores, alike).value().orElseThrow();
    }
}
