package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import pruefstand.metric.BestCut.Goal;

/** Expected values worked out by hand. */
class BestCutTest {

    private static final double[] SCORES = {0.1, 0.9, 0.5, 0.7};

    @Test
    void findsTheCutThatCallsMostRightly() {
        // By score: alike, other, alike, other. After the first: 3 of 4 right; after the third: 3 of 4.
        assertEquals(0.75, value(Goal.ACCURACY, false, true, true, false), 1e-15);
    }

    @Test
    void findsTheCutWithTheBestF1() {
        // After the third: precision 2/3, recall 1.
        assertEquals(0.8, value(Goal.F1, false, true, true, false), 1e-15);
    }

    @Test
    void neverCallsAllAlike() {
        // Only the last one is alike; the cut behind it is not tried, and any other one calls none of the alike.
        assertEquals(0, value(Goal.F1, true, false, false, false), 1e-15);
        assertEquals(0.5, value(Goal.ACCURACY, true, false, false, false), 1e-15);
    }

    @Test
    void partsEqualScoresInTheOrderOfTheData() {
        assertEquals(1, new BestCut(Goal.ACCURACY, new double[] {1, 1, 1}, new boolean[] {true, false, false}).value().orElseThrow());
    }

    @Test
    void isNothingForOnePairOrNoneAlike() {
        assertEquals(OptionalDouble.empty(), new BestCut(Goal.ACCURACY, new double[1], new boolean[1]).value());
        assertEquals(OptionalDouble.empty(), new BestCut(Goal.F1, new double[2], new boolean[2]).value());
    }

    @Test
    void refusesScoresThatAreNoNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new BestCut(Goal.F1, new double[] {1, Double.NaN}, new boolean[2]));
    }

    private static double value(Goal goal, boolean... alike) {
        return new BestCut(goal, SCORES, alike).value().orElseThrow();
    }
}
