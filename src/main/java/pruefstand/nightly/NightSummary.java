package pruefstand.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pruefstand.text.Message;

/**
 * What came of a night.
 *
 * @param began when
 * @param seconds how long it took
 * @param lintClean whether the review file has no errors
 * @param pulled variants that were fetched
 * @param measured how many cells were that were due
 * @param failed cells that failed
 * @param late cells for which there was no time; they come first next night
 * @param changed cells that have no record since their files changed meanwhile
 * @param canary what was measured again although nothing about it is new; empty where none was due
 * @param regressions what is really worse, or not what it has to be
 * @param faster speeds that are really better
 * @param muted what is not spoken of for a while: regressions and failures, each with the reason
 * @param site the start page; empty where no site could be built
 * @param published whether the site was put where it is read; empty where nobody says how, or nothing about the site is new
 * @param troubles what else went wrong
 * @param forecasts how far forecasts of speeds were off; empty where no speed was forecast and measured
 */
public record NightSummary(Instant began, double seconds, boolean lintClean, List<String> pulled, int measured, List<FailedCell> failed,
        List<String> late, List<String> changed, Optional<String> canary, List<Regression> regressions, List<Regression> faster,
        List<Muted> muted, Optional<String> site, Optional<Boolean> published, List<Message> troubles,
        Optional<ForecastCheck.Result> forecasts) {

    public NightSummary {
        pulled = List.copyOf(pulled);
        failed = List.copyOf(failed);
        late = List.copyOf(late);
        changed = List.copyOf(changed);
        regressions = List.copyOf(regressions);
        faster = List.copyOf(faster);
        muted = List.copyOf(muted);
        troubles = List.copyOf(troubles);
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

    /**
     * Something that is passed over.
     *
     * @param variant {@code model:variant}
     * @param what the task, and of a regression the metric
     * @param reason why
     * @param until first day on which it is spoken of again
     */
    public record Muted(String variant, String what, String reason, LocalDate until) {
    }

    /** The same with one more trouble. */
    NightSummary with(Message trouble) {
        List<Message> all = new ArrayList<>(troubles);
        all.add(trouble);
        return new NightSummary(began, seconds, lintClean, pulled, measured, failed, late, changed, canary, regressions, faster, muted, site,
                published, all, forecasts);
    }

    /** Whether anything was found that a person should see, be it old or new. */
    public boolean hasFound() {
        return !lintClean || !failed.isEmpty() || !changed.isEmpty() || !troubles.isEmpty();
    }

    /** Whether there is something that was not so the night before. */
    public boolean isNews() {
        return !regressions.isEmpty() || !changed.isEmpty() || !troubles.isEmpty() || failed.stream().anyMatch(cell -> !cell.again());
    }
}
