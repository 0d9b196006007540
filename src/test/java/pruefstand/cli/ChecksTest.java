package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void allHoldWhereEachDoesAndEachIsAskedOnce() {
        AtomicInteger asked = new AtomicInteger();
        Checks checks = Checks.begin(Collections.nCopies(500, () -> asked.incrementAndGet() > 0));
        assertTrue(checks.hold());
        assertTrue(checks.hold());
        assertEquals(500, asked.get());
        assertTrue(Checks.begin(List.of()).hold(), "nothing to ask");
    }

    @Test
    void oneThatDoesNotHoldIsEnoughWhereverItStands() {
        for (int at : new int[] {0, 250, 499}) {
            assertFalse(Checks.begin(IntStream.range(0, 500).<BooleanSupplier>mapToObj(i -> () -> i != at).toList()).hold());
        }
    }

    @Test
    void whoeverAsksWaitsForTheOneThatIsBeingLookedAt() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        // The first is begun by the other thread, and ends only after this one came to the second.
        Checks checks = Checks.begin(List.of(() -> {
            begun.countDown();
            await(asked);
            return false;
        }, () -> {
            asked.countDown();
            return true;
        }));
        await(begun);
        assertFalse(checks.hold());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itFailsAsAConditionDid() {
        Checks checks = Checks.begin(List.of(() -> {
            throw new IllegalStateException("unreadable");
        }));
        assertThrows(IllegalStateException.class, checks::hold);
    }
}
