package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Expected values worked out by hand. */
class ConfusionTest {

    /** Class 0: 2 right, 1 taken for 1. Class 1: 1 right. Class 2: 1, taken for 0. Class 3: neither true nor called. */
    private final Confusion confusion = Confusion.of(new int[] {0, 0, 0, 1, 2}, new int[] {0, 0, 1, 1, 0}, 4);

    @Test
    void countsWhatIsRight() {
        assertEquals(3 / 5.0, confusion.accuracy().orElseThrow(), 1e-15);
    }

    @Test
    void averagesF1OverTheClassesThatOccur() {
        // F1: 2·2/(3+3), 2·1/(1+2), 0.
        assertEquals((2 / 3.0 + 2 / 3.0 + 0) / 3, confusion.macroF1().orElseThrow(), 1e-15);
    }

    @Test
    void isNothingForNoItems() {
        Confusion none = Confusion.of(new int[0], new int[0], 2);
        assertEquals(OptionalDouble.empty(), none.accuracy());
        assertEquals(OptionalDouble.empty(), none.macroF1());
    }
}
