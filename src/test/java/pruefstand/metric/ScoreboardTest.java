package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreboardTest {

    private static final double EXACT = 1e-12;

    private static List<Standing> standings(List<String> kinds, double[]... values) {
        return new Scoreboard(kinds, values).standings(Bootstrap.DEFAULT);
    }

    /** First task: ranks 1, 2, 3 give 2, 1, 0 points. Second: the third model has 2, the two others share rank 2.5, half a point each. */
    @Test
    void bordaGivesNumberOfModelsLessAverageRank() {
        List<Standing> all = standings(List.of("sts", "sts"), new double[] {0.9, 0.5}, new double[] {0.8, 0.5}, new double[] {0.7, 0.6});
        assertEquals(List.of(2.5, 1.5, 2.0), all.stream().map(Standing::borda).toList());
        assertEquals(List.of(1, 3, 2), all.stream().map(Standing::rank).toList());
        assertEquals(0.7, all.get(0).mean(), EXACT);
        assertEquals(0.65, all.get(2).mean(), EXACT);
    }

    /** (0.2 + 0.4 + 0.9) / 3 over tasks; (0.3 + 0.9) / 2 over kinds. */
    @Test
    void theMeanOfKindsCountsEachKindOnce() {
        Standing only = standings(List.of("sts", "sts", "retrieval"), new double[] {0.2, 0.4, 0.9}).getFirst();
        assertEquals(0.5, only.mean(), EXACT);
        assertEquals(0.6, only.meanOfKinds(), EXACT);
    }

    @Test
    void aModelThatWinsEverywhereIsFirstWhateverTasksAreDrawn() {
        List<Standing> all = standings(List.of("a", "b", "c"), new double[] {0.9, 0.9, 0.9}, new double[] {0.1, 0.2, 0.3});
        assertEquals(new Standing(0.9, 0.9, 3, 1, 1, 1), rounded(all.get(0)));
        assertEquals(2, all.get(1).bestRank());
        assertEquals(2, all.get(1).worstRank());
    }

    private static Standing rounded(Standing of) {
        return new Standing(Math.round(of.mean() * 1e9) / 1e9, Math.round(of.meanOfKinds() * 1e9) / 1e9, of.borda(), of.rank(),
                of.bestRank(), of.worstRank());
    }

    /** Two models that win one task each: any draw may favour either. */
    @Test
    void theIntervalOfARankShowsWhatTheChoiceOfTasksDecides() {
        List<Standing> all = standings(List.of("a", "b"), new double[] {0.9, 0.1}, new double[] {0.1, 0.9});
        for (Standing standing : all) {
            assertEquals(1, standing.rank());
            assertEquals(1, standing.bestRank());
            assertEquals(2, standing.worstRank());
        }
    }

    /**
     * One task of eight is the second model's: it draws level in the 1.3 % of the draws that hold that task four times or more, which is
     * beyond the interval.
     */
    @Test
    void theIntervalOfARankLeavesOutWhatHardlyHappens() {
        List<Standing> all = standings(List.of("a", "b", "c", "d", "e", "f", "g", "h"), new double[] {1, 1, 1, 1, 1, 1, 1, 0},
                new double[] {0, 0, 0, 0, 0, 0, 0, 1});
        assertEquals(1, all.get(0).worstRank());
        assertEquals(2, all.get(1).bestRank());
    }

    @Test
    void noTasksGiveNoStandings() {
        assertEquals(List.of(), standings(List.of(), new double[] {}));
    }

    @Test
    void eachModelNeedsEveryTask() {
        assertThrows(IllegalArgumentException.class, () -> standings(List.of("a", "b"), new double[] {0.9}));
        assertThrows(IllegalArgumentException.class, () -> standings(List.of("a"), new double[] {Double.NaN}));
    }
}
