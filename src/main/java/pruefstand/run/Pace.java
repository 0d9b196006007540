package pruefstand.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits between looks: shortly while things happen, longer the longer nothing does, so that a scheduler is not asked all the time. */
final class Pace {

    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final double GROWS = 1.3;

    private double nanos = SHORTEST.toNanos();

    /** Something has happened. */
    void quickens() {
        nanos = SHORTEST.toNanos();
    }

    /** Waits; a little less does no harm. */
    void rests() {
        LockSupport.parkNanos(Math.round(nanos));
        nanos = Math.min(nanos * GROWS, LONGEST.toNanos());
    }
}
