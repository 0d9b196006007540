package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pruefstand.record.FailureKind;

/** A watch with a clock and a memory that the test sets. */
class WatchTest {

    private static final Limits LIMITS = new Limits(Duration.ofHours(2), Duration.ofMinutes(10), 8_000_000_000L);

    private long minutes;
    private OptionalLong held = OptionalLong.of(1_000_000_000L);
    private final Watch watch = new Watch(LIMITS, () -> Duration.ofMinutes(minutes).toNanos(), () -> held);

    @Test
    void aWorkerThatIsAskedNothingMayBeSilent() {
        minutes = 600;
        held = OptionalLong.of(Long.MAX_VALUE);
        assertEquals(Optional.empty(), watch.overrun());
    }

    @Test
    void silenceIsCountedFromTheLastSignOfProgress() {
        watch.begins();
        minutes = 9;
        watch.hears();
        minutes = 19;
        assertEquals(Optional.empty(), watch.overrun());
        minutes = 20;
        assertEquals(new Overrun(FailureKind.TIMEOUT, "the worker gave no sign of progress for 10m"), watch.overrun().orElseThrow());
    }

    @Test
    void progressDoesNotHelpAgainstTheTimeOfTheCell() {
        watch.begins();
        for (minutes = 0; minutes <= 120; minutes += 5) {
            watch.hears();
            assertEquals(Optional.empty(), watch.overrun());
        }
        watch.hears();
        assertEquals(new Overrun(FailureKind.TIMEOUT, "the worker took longer than it may: 2h"), watch.overrun().orElseThrow());
    }

    @Test
    void memoryThatIsTooMuchIsNamedBesideWhatIsAllowed() {
        watch.begins();
        held = OptionalLong.of(8_400_000_000L);
        assertEquals(new Overrun(FailureKind.MEMORY, "the worker needed more memory than it may: 8.4 GB, allowed are 8.0 GB"),
                watch.overrun().orElseThrow());
        held = OptionalLong.of(0);
        assertEquals(FailureKind.MEMORY, watch.overrun().orElseThrow().kind(), "what it was ended for does not change");
    }

    @Test
    void whereMemoryIsNotCountedItIsNotLimited() {
        watch.begins();
        held = OptionalLong.empty();
        assertEquals(Optional.empty(), watch.overrun());
    }

    @Test
    void eachRequestHasItsOwnTime() {
        watch.begins();
        minutes = 9;
        watch.ends();
        minutes = 300;
        watch.begins();
        minutes = 309;
        assertEquals(Optional.empty(), watch.overrun());
    }
}
