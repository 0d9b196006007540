package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Expected values worked out by hand. */
class ChoiceScoreTest {

    /** Per token -2, -3, -2.5, -4.5; per character -2, -1.5, -1, -0.9; per byte -2, -1.2, -1, -1.5. */
    private static final ScoredChoices FOUR = new ScoredChoices(new double[] {-4, -6, -5, -9}, new int[] {2, 2, 2, 2},
            new int[] {2, 4, 5, 10}, new int[] {2, 5, 5, 6});

    @Test
    void eachScoreDividesByALengthOfItsOwn() {
        assertEquals(0, ChoiceScore.SUM.best(FOUR));
        assertEquals(3, ChoiceScore.PER_CHARACTER.best(FOUR));
        assertEquals(2, ChoiceScore.PER_BYTE.best(FOUR));
        assertEquals(0, ChoiceScore.PER_TOKEN.best(FOUR));
        assertEquals(-1.2, ChoiceScore.PER_BYTE.of(FOUR)[1], 1e-15);
        assertEquals(-4.5, ChoiceScore.PER_TOKEN.of(FOUR)[3], 1e-15);
    }

    @Test
    void ofEqualChoicesTheFirstIsTaken() {
        ScoredChoices equal = new ScoredChoices(new double[] {-3, -2, -2}, new int[] {1, 1, 1}, new int[] {1, 1, 1}, new int[] {1, 1, 1});
        assertEquals(1, ChoiceScore.SUM.best(equal));
    }

    @Test
    void whatHasNoLengthIsNeverTaken() {
        ScoredChoices empty = new ScoredChoices(new double[] {-0.1, -9}, new int[] {1, 3}, new int[] {0, 3}, new int[] {0, 3});
        assertEquals(0, ChoiceScore.SUM.best(empty));
        assertEquals(1, ChoiceScore.PER_CHARACTER.best(empty));
        assertEquals(Double.NEGATIVE_INFINITY, ChoiceScore.PER_BYTE.of(empty)[0]);
    }

    @Test
    void aScoreThatIsTheSameForAllTellsNothingButForRounding() {
        assertFalse(FOUR.areEqualBy(ChoiceScore.SUM));
        ScoredChoices alike = new ScoredChoices(new double[] {-2, -4, -8.000004}, new int[] {1, 2, 4}, new int[] {1, 2, 4}, new int[] {1, 2, 3});
        assertTrue(alike.areEqualBy(ChoiceScore.PER_TOKEN), "-2, -2 and -2.000001");
        assertFalse(alike.areEqualBy(ChoiceScore.PER_BYTE), "-2, -2 and -2.67");
        assertFalse(new ScoredChoices(new double[] {-2, -2.00001}, new int[] {1, 1}, new int[] {1, 1}, new int[] {1, 1})
                .areEqualBy(ChoiceScore.PER_TOKEN));
    }

    @Test
    void eachScoreHasTheAccuracyOfTheHarness() {
        assertEquals("acc", ChoiceScore.SUM.accuracy().id());
        assertEquals("acc_norm", ChoiceScore.PER_CHARACTER.accuracy().id());
        assertEquals("acc_bytes", ChoiceScore.PER_BYTE.accuracy().id());
        assertEquals("acc_token", ChoiceScore.PER_TOKEN.accuracy().id());
    }
}
