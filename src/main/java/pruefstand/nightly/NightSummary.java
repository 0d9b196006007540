package pruefstand.nightly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a night.
 *
 * @param began when
 * @param seconds how long it took
 * @param lintClean whether the review file has no errors
 * @param pulled variants that were fetched
 * @param measured how many cells were
 * @param failed cells that failed
 * @param late cells for which there was no time; they come first next night
 * @param regressions what is really worse
 * @param muted what is not spoken of for a while: regressions and failures, each with the reason
 * @param site the start page; empty where no site could be built
 * @param published whether the site was put where it is read; empty where nobody says how, or nothing about the site is new
 * @param troubles what else went wrong
 * @param forecasts how far forecasts of speeds were off; empty where no speed was forecast and measured
 */
public record NightSummary(Instant began, double seconds, boolean lintClean, List<String> pulled, int measured, List<FailedCell> failed,
        List<String> late, List<Regression> regressions, List<String> muted, Optional<String> site, Optional<Boolean> published,
        List<String> troubles, Optional<ForecastCheck.Result> forecasts) {

    public NightSummary {
        pulled = List.copyOf(pulled);
        failed = List.copyOf(failed);
        late = List.copyOf(late);
        regressions = List.copyOf(regressions);
        muted = List.copyOf(muted);
        troubles = List.copyOf(troubles);
    }

    NightSummary(Instant began, double seconds, boolean lintClean, List<String> pulled, int measured, List<FailedCell> failed,
            List<String> late, List<Regression> regressions, List<String> muted, Optional<String> site, Optional<Boolean> published,
            List<String> troubles) {
        this(began, seconds, lintClean, pulled, measured, failed, late, regressions, muted, site, published, troubles, Optional.empty());
    }

    /** The same with what came of forecasts. */
    public NightSummary with(Optional<ForecastCheck.Result> checked) {
        return new NightSummary(began, seconds, lintClean, pulled, measured, failed, late, regressions, muted, site, published, troubles,
                checked);
    }

    /**
     * A cell that failed.
     *
     * @param cell {@code model:variant × task}
     * @param reason why
     * @param again whether it failed the last time for the same reason
     */
    public record FailedCell(String cell, String reason, boolean again) {
    }

    /** Whether anything was found that a person should see, be it old or new. */
    public boolean hasFound() {
        return !lintClean || !failed.isEmpty() || !troubles.isEmpty();
    }

    /** Whether there is something that was not so the night before. */
    public boolean isNews() {
        return !regressions.isEmpty() || !troubles.isEmpty() || failed.stream().anyMatch(cell -> !cell.again());
    }
}
