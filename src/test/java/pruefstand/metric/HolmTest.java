package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTest {

    private static final double EXACT = 1e-12;

    /** 0.01·3; 0.03·2; 0.04·1, which may be no smaller than the one before: R's p.adjust gives the same. */
    @Test
    void multipliesEachByHowManyAreLeft() {
        List<Double> corrected = Holm.correct(List.of(0.01, 0.04, 0.03));
        assertEquals(0.03, corrected.get(0), EXACT);
        assertEquals(0.06, corrected.get(1), EXACT);
        assertEquals(0.06, corrected.get(2), EXACT);
    }

    @Test
    void neverExceedsOne() {
        assertEquals(List.of(1.0, 1.0), Holm.correct(List.of(0.7, 0.9)));
    }

    @Test
    void leavesOneAloneAndNoneEmpty() {
        assertEquals(List.of(0.04), Holm.correct(List.of(0.04)));
        assertEquals(List.of(), Holm.correct(List.of()));
    }
}
