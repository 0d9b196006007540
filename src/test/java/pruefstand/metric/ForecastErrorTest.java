package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ForecastErrorTest {

    @Test
    void theMedianIsThatOfTheDistancesFromOne() {
        assertEquals(0.1, new ForecastError(List.of(1.05, 0.9, 1.5)).median().orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.empty(), new ForecastError(List.of()).median());
    }

    @Test
    void theIntervalIsAsWideAsTheErrorsWere() {
        // Each ln ratio is ± ln 1.1, so their root mean square is ln 1.1; t(0.975, 4) = 2.7764451: 1.1^2.7764451 = 1.302940.
        Interval interval = new ForecastError(List.of(1.1, 1 / 1.1, 1.1, 1 / 1.1)).around(100);
        assertEquals(130.2940, interval.high().orElseThrow(), 1e-3);
        assertEquals(100 / 1.302940, interval.low().orElseThrow(), 1e-3);
    }

    /** t(0.975, 3) = 3.1824463: 1.1^3.1824463 = 1.354347. */
    @Test
    void threeChecksMakeAnInterval() {
        assertEquals(135.4347, new ForecastError(List.of(1.1, 1.1, 1.1)).around(100).high().orElseThrow(), 1e-3);
    }

    @Test
    void fewerThanThreeChecksMakeNoInterval() {
        assertEquals("none: 2 forecasts checked, fewer than 3", new ForecastError(List.of(1.0, 1.1)).around(5).method());
    }

    @Test
    void whatIsNoRatioIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ForecastError(List.of(1.0, 0.0)));
        assertThrows(IllegalArgumentException.class, () -> new ForecastError(List.of(Double.NaN)));
    }
}
