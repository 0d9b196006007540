package pruefstand.run;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What {@code nightly} may and shall do.
 *
 * @param speedEvery a speed whose newest record is older is measured again
 * @param longest how long the measuring of a night may take; empty: until everything is measured
 * @param cacheGb how much of a hub may lie on this machine, 10⁹ bytes; empty: nothing is fetched
 * @param publish command that puts the site where it is read; run in the workspace's folder after a good build
 * @param onAlarm command that takes a summary in Markdown on standard input when something got worse or failed
 * @param mute variants of which nothing is said for a while
 * @param keepItems per-item scores that are older may go, but for the newest of each cell; empty: all are kept
 * @param patience how long a speed may wait for a quiet machine before it is measured all the same, and marked
 */
public record WorkspaceNight(Duration speedEvery, Optional<Duration> longest, OptionalDouble cacheGb, Optional<String> publish,
        Optional<String> onAlarm, List<Mute> mute, Optional<Duration> keepItems, Duration patience) {

    public WorkspaceNight {
        mute = List.copyOf(mute);
    }

    /**
     * A variant of which nothing is said for a while.
     *
     * @param variant {@code model:variant}
     * @param until first day on which it is spoken of again
     * @param reason why, for whoever wonders
     */
    public record Mute(String variant, LocalDate until, String reason) {
    }

    /** The silence about a variant on a day. */
    public Optional<Mute> muted(String variant, LocalDate today) {
        return mute.stream().filter(entry -> entry.variant().equals(variant) && today.isBefore(entry.until())).findFirst();
    }
}
