package pruefstand.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import pruefstand.run.WorkspaceNight;

/**
 * What is not spoken of for a while.
 *
 * @param night the workspace's settings
 * @param today the day of the night's beginning
 */
record Muting(WorkspaceNight night, LocalDate today) {

    boolean isSpokenOf(String variant) {
        return night.muted(variant, today).isEmpty();
    }

    /** Findings that are passed over, with the reason. */
    <T> Stream<NightSummary.Muted> passedOver(List<T> findings, Function<T, String> variant, Function<T, String> what) {
        return findings.stream().flatMap(finding -> night.muted(variant.apply(finding), today)
                .map(mute -> new NightSummary.Muted(mute.variant(), what.apply(finding), mute.reason(), mute.until())).stream());
    }
}
