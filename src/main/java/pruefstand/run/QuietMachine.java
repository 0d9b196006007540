package pruefstand.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Waits until nothing disturbs the machine any more, and not for ever: once the patience of a run is used up, speeds are measured all
 * the same, and marked.
 */
final class QuietMachine {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    private final Disturbances disturbances;
    private final Clock clock;
    private final Consumer<Duration> pause;
    private Duration patience;

    /**
     * For one run.
     *
     * @param patience how long all its cells together may wait
     * @param pause lets so much time pass
     */
    QuietMachine(Disturbances disturbances, Duration patience, Clock clock, Consumer<Duration> pause) {
        this.disturbances = disturbances;
        this.patience = patience;
        this.clock = clock;
        this.pause = pause;
    }

    /** For a run on this machine. */
    static QuietMachine here(Duration patience, Clock clock) {
        return new QuietMachine(SystemDisturbances.ofThisMachine(), patience, clock,
                time -> LockSupport.parkNanos(time.toNanos()));
    }

    /**
     * Waits for quiet.
     *
     * @param told hears once what it waits for
     * @return what still disturbs; empty when it is quiet
     */
    Optional<String> await(Consumer<String> told) {
        List<String> now = disturbances.now();
        if (!now.isEmpty() && patience.isPositive()) {
            told.accept(String.join(", ", now));
        }
        Instant began = clock.instant();
        while (!now.isEmpty() && Duration.between(began, clock.instant()).compareTo(patience) < 0) {
            pause.accept(BETWEEN_LOOKS);
            now = disturbances.now();
        }
        Duration waited = Duration.between(began, clock.instant());
        patience = waited.compareTo(patience) < 0 ? patience.minus(waited) : Duration.ZERO;
        return now.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", now));
    }
}
