package pruefstand.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Rate rate = new Rate(3, 2, nanos::get);

    @Test
    void letsABurstThroughAndThenSoManyASecond() {
        assertEquals(3, IntStream.range(0, 10).filter(_ -> rate.allows("a")).count());
        nanos.addAndGet(400_000_000);
        assertFalse(rate.allows("a"), "0.8 of a permit is none");
        nanos.addAndGet(100_000_000);
        assertTrue(rate.allows("a"));
        assertFalse(rate.allows("a"));
        nanos.addAndGet(60_000_000_000L);
        assertEquals(3, IntStream.range(0, 10).filter(_ -> rate.allows("a")).count(), "no more than a burst is saved up");
    }

    @Test
    void nobodyPaysForOthers() {
        IntStream.range(0, 10).forEach(_ -> rate.allows("a"));
        assertTrue(rate.allows("b"));
    }
}
