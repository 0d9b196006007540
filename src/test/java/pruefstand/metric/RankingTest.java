package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Expected values worked out by hand. */
class RankingTest {

    private static final double LOG_3 = Math.log(3) / Math.log(2);

    /** Found: nothing, worth 1, worth 3; to be found: 3, 2, 1. */
    private final Ranking graded = new Ranking(new int[] {0, 1, 3}, new int[] {1, 3, 2});

    @Test
    void discountsGainsByTheLogarithmOfTheirRank() {
        double ideal = 3 + 2 / LOG_3 + 1 / 2.0;
        assertEquals((1 / LOG_3 + 3 / 2.0) / ideal, graded.ndcg(10), 1e-15);
        assertEquals(1 / LOG_3 / (3 + 2 / LOG_3), graded.ndcg(2), 1e-15);
    }

    @Test
    void averagesPrecisionOverAllThatThereIsToFind() {
        assertEquals((1 / 2.0 + 2 / 3.0) / 3, graded.averagePrecision(10), 1e-15);
        assertEquals(1 / 2.0 / 3, graded.averagePrecision(2), 1e-15);
    }

    @Test
    void looksForTheFirstThatAnswers() {
        assertEquals(0.5, graded.reciprocalRank(10), 1e-15);
        assertEquals(0, graded.reciprocalRank(1), 1e-15);
    }

    @Test
    void countsAmongTheFirst() {
        assertEquals(2 / 3.0, graded.recall(10), 1e-15);
        assertEquals(0.2, graded.precision(10), 1e-15);
        assertEquals(1, graded.hitRate(2), 1e-15);
        assertEquals(0, graded.hitRate(1), 1e-15);
    }

    @Test
    void eachMeasureHasTheIdOfItsMetric() {
        assertEquals(0.2, RankingMeasure.PRECISION.of(graded, 10), 1e-15);
        assertEquals("hit_rate_at_5", RankingMeasure.HIT_RATE.at(5).id());
    }

    @Test
    void givesNothingForWhatIsWorseThanUnjudged() {
        Ranking ranking = new Ranking(new int[] {-1, 1}, new int[] {1, -1});
        assertEquals(1 / LOG_3, ranking.ndcg(10), 1e-15);
        assertEquals(0.5, ranking.averagePrecision(10), 1e-15);
    }

    @Test
    void refusesAQueryWithNothingToFind() {
        assertThrows(IllegalArgumentException.class, () -> new Ranking(new int[] {0}, new int[] {0, -1}));
    }
}
