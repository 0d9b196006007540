package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PowerLawTest {

    @Test
    void findsTheLawThatThePointsObey() {
        PowerLaw law = PowerLaw.fit(new double[] {1, 10, 100, 1000}, new double[] {3, 3 * 0.5, 3 * 0.25, 3 * 0.125}).orElseThrow();
        assertEquals(3, law.factor(), 1e-12);
        assertEquals(Math.log10(0.5), law.exponent(), 1e-12);
        assertEquals(law.exponent(), law.low(), 1e-9);
        assertEquals(3 * 0.25, law.at(100), 1e-12);
        assertEquals(4, law.points());
    }

    /**
     * By hand: ln x = 0, 1, 2, 3 and ln y = 0, 1, 1, 2: slope 0.6 (S_xy 3, S_xx 5), residuals −0.1, 0.3, −0.3, 0.1 (sum of squares 0.2),
     * standard error √(0.2 / 2 / 5) = √0.02, Student's 97.5 % point for two degrees of freedom 4.302653.
     */
    @Test
    void theIntervalOfTheExponentIsStudents() {
        PowerLaw law = PowerLaw.fit(new double[] {1, Math.E, Math.exp(2), Math.exp(3)}, new double[] {1, Math.E, Math.E, Math.exp(2)}).orElseThrow();
        assertEquals(0.6, law.exponent(), 1e-12);
        assertEquals(0.6 - 4.302653 * Math.sqrt(0.02), law.low(), 1e-6);
        assertEquals(0.6 + 4.302653 * Math.sqrt(0.02), law.high(), 1e-6);
    }

    @Test
    void belowFourDifferentPlacesThereIsNoFit() {
        assertEquals(Optional.empty(), PowerLaw.fit(new double[] {1, 1, 2, 3}, new double[] {1, 2, 3, 4}));
    }

    @Test
    void whatIsNotPositiveOrHasNoPartnerIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PowerLaw.fit(new double[] {1, 2, 3, 0}, new double[] {1, 2, 3, 4}));
        assertThrows(IllegalArgumentException.class, () -> PowerLaw.fit(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3}));
        assertTrue(PowerLaw.fit(new double[] {}, new double[] {}).isEmpty());
    }
}
