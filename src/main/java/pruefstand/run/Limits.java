package pruefstand.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a worker may take over one request, and how much memory it may hold.
 *
 * @param cell longest time for one cell, loading included
 * @param silence longest time without a sign of progress, loading included
 * @param memoryBytes most memory of its own; files that it maps do not count, since the system takes their pages back at will
 */
public record Limits(Duration cell, Duration silence, long memoryBytes) {

    private static final Duration CELL = Duration.ofHours(6);
    private static final Duration SILENCE = Duration.ofMinutes(30);
    private static final double SHARE = 0.9;

    /** For what a person watches and can end. */
    public static final Limits NONE = new Limits(Duration.ofDays(1_000), Duration.ofDays(1_000), Long.MAX_VALUE);

    /** What is usual here: hours, and nine tenths of the memory that the machine or the container has. */
    static Limits usual() {
        long memory = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new Limits(CELL, SILENCE, Math.round(memory * SHARE));
    }

    /** The longest time for a cell, where it is not the usual one. */
    Optional<Duration> ownCell() {
        return Optional.of(cell).filter(set -> !set.equals(CELL));
    }

    /** The most memory, where it is not what is usual here: that says nothing of another machine. */
    Optional<Long> ownMemoryBytes() {
        return Optional.of(memoryBytes).filter(set -> set != usual().memoryBytes());
    }
}
