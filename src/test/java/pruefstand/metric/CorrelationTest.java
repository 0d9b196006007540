package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Expected values without a derivation are SciPy's. */
class CorrelationTest {

    private static final double[] TIED_X = {1, 2, 2, 3, 0.5, 2};
    private static final double[] TIED_Y = {10, 20, 20, 5, 1, 7};

    @Test
    void agreesWithTheFormulaWithoutTies() {
        // differences of ranks 1, 1, 1, 1, 0: 1 - 6*4 / (5*24)
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {2, 1, 4, 3, 5};
        assertEquals(0.8, new Spearman(x, y).value().orElseThrow(), 1e-12);
        assertEquals(0.8, new Pearson(x, y).value().orElseThrow(), 1e-12);
    }

    @Test
    void tiesShareTheAverageOfTheirRanks() {
        assertEquals(0.2156143862717941, new Spearman(TIED_X, TIED_Y).value().orElseThrow(), 1e-12);
        assertEquals(0.2653915596629253, new Pearson(TIED_X, TIED_Y).value().orElseThrow(), 1e-12);
    }

    @Test
    void countsAnItemAsOftenAsItIsDrawn() {
        int[] drawn = {0, 0, 3, 5, 5, 4};
        double[] x = {1, 1, 3, 2, 2, 0.5};
        double[] y = {10, 10, 5, 7, 7, 1};
        assertEquals(new Spearman(x, y).value(), new Spearman(TIED_X, TIED_Y).of(drawn));
        assertEquals(new Pearson(x, y).value(), new Pearson(TIED_X, TIED_Y).of(drawn));
    }

    @Test
    void theTwoZerosAreOneValue() {
        assertEquals(new Spearman(new double[] {0, 0, 1}, new double[] {1, 2, 3}).value(),
                new Spearman(new double[] {-0.0, 0, 1}, new double[] {1, 2, 3}).value());
    }

    @Test
    void isNotDefinedWhereOneSideIsConstant() {
        double[] constant = {0.1, 0.1, 0.1};
        double[] other = {1, 2, 3};
        assertEquals(OptionalDouble.empty(), new Spearman(constant, other).value());
        assertEquals(OptionalDouble.empty(), new Spearman(other, constant).value());
        assertEquals(OptionalDouble.empty(), new Pearson(constant, other).value());
        assertEquals(OptionalDouble.empty(), new Pearson(other, constant).value());
    }

    @Test
    void isNotDefinedForFewerThanTwoPairs() {
        assertEquals(OptionalDouble.empty(), new Spearman(new double[] {1}, new double[] {2}).value());
        assertEquals(OptionalDouble.empty(), new Pearson(new double[0], new double[0]).value());
    }

    @Test
    void refusesWhatIsNoNumber() {
        double[] nan = {1, Double.NaN};
        double[] fine = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> new Spearman(nan, fine));
        assertThrows(IllegalArgumentException.class, () -> new Pearson(fine, nan));
        assertThrows(IllegalArgumentException.class, () -> new Pearson(fine, new double[] {1, 2, 3}));
    }
}
