package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SampleSummaryTest {

    @Test
    void sumsUpSamples() {
        SampleSummary summary = SampleSummary.of(List.of(512.0, 256.0, 512.0, 256.0, 512.0)).orElseThrow();
        assertEquals(409.6, summary.mean(), 1e-12);
        // deviations 102.4 three times and -153.6 twice: sqrt(78643.2 / 4)
        assertEquals(Math.sqrt(19660.8), summary.stddev().orElseThrow(), 1e-9);
        assertEquals(512, summary.median());
        assertEquals(List.of(512.0, 256.0, 512.0, 256.0, 512.0), summary.samples());
    }

    @Test
    void theMedianOfAnEvenNumberLiesInTheMiddle() {
        assertEquals(2.5, SampleSummary.of(List.of(4.0, 1.0, 2.0, 3.0)).orElseThrow().median());
    }

    @Test
    void theIntervalIsStudents() {
        Interval interval = SampleSummary.of(List.of(512.0, 256.0, 512.0, 256.0, 512.0)).orElseThrow().interval();
        double half = 2.7764451051977987 * Math.sqrt(19660.8 / 5);
        assertEquals(409.6 - half, interval.low().orElseThrow(), 1e-6);
        assertEquals(409.6 + half, interval.high().orElseThrow(), 1e-6);
        assertEquals(Math.sqrt(19660.8 / 5), interval.stderr().orElseThrow(), 1e-9);
    }

    @Test
    void twoSamplesHaveOne() {
        assertEquals(Math.sqrt(2), SampleSummary.of(List.of(1.0, 3.0)).orElseThrow().stddev().orElseThrow(), 1e-12);
    }

    @Test
    void oneSampleHasNoSpread() {
        SampleSummary summary = SampleSummary.of(List.of(3.0)).orElseThrow();
        assertEquals(OptionalDouble.empty(), summary.stddev());
        assertEquals(Interval.none("1 repetition, fewer than 2"), summary.interval());
    }

    @Test
    void noSamplesGiveNothing() {
        assertEquals(Optional.empty(), SampleSummary.of(List.of()));
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> SampleSummary.of(List.of(1.0, Double.POSITIVE_INFINITY)));
    }
}
