package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TieGroupsTest {

    private static final int ITEMS = 200;

    /** So many right answers, the first ones. */
    private static Resamples right(int count) {
        double[] items = new double[ITEMS];
        Arrays.fill(items, 0, count, 1);
        return Bootstrap.DEFAULT.resample(ITEMS, new Mean(items));
    }

    private static List<Integer> ranks(boolean higherIsBetter, Resamples... models) {
        return TieGroups.of(List.of(models), higherIsBetter).ranks();
    }

    @Test
    void modelsThatAreFarApartHaveRanksOfTheirOwn() {
        assertEquals(List.of(3, 1, 2), ranks(true, right(50), right(190), right(120)));
        assertEquals(List.of(1, 3, 2), ranks(false, right(50), right(190), right(120)));
    }

    @Test
    void modelsThatCannotBeToldApartShareARank() {
        assertEquals(List.of(1, 1, 3), ranks(true, right(150), right(149), right(60)));
    }

    @Test
    void equalModelsShareARank() {
        assertEquals(List.of(1, 1, 1), ranks(true, right(100), right(100), right(100)));
    }

    /** 130, 127 and 124 of 200: only the first and the last differ by enough, so no rank can begin between them. */
    @Test
    void aChainOfTiesIsOneRank() {
        assertEquals(List.of(1, 1, 1), ranks(true, right(130), right(127), right(124)));
    }

    @Test
    void aLoneModelIsFirstAndNoneHaveNoRank() {
        assertEquals(List.of(1), ranks(true, right(3)));
        assertEquals(List.of(), ranks(true));
    }

    /** Twenty models that differ by chance alone are 190 comparisons; without correction some ten would pass for real. */
    @Test
    void chanceAloneMakesNoRanks() {
        SplittableRandom random = new SplittableRandom(11);
        Resamples[] models = new Resamples[20];
        Arrays.setAll(models, _ -> Bootstrap.DEFAULT.resample(ITEMS, new Mean(random.doubles(ITEMS).toArray())));
        assertEquals(Collections.nCopies(20, 1), ranks(true, models));
    }
}
