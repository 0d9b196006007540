package pruefstand.nightly;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pruefstand.record.History;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.run.EvalOrder;
import pruefstand.run.EvalRun;
import pruefstand.run.EvalSelection;
import pruefstand.run.PlannedCell;
import pruefstand.run.RunLock;
import pruefstand.run.Workspace;
import pruefstand.text.Refusal;

/** One night: lint, pull, eval, compare, site, publish, alarm, in that order. What goes wrong in one does not keep the next from running. */
public final class Night {

    private final Workspace workspace;
    private final NightSteps steps;
    private final Function<LateCells, EvalRun> eval;
    private final List<String> troubles = new ArrayList<>();
    private final List<String> muted = new ArrayList<>();
    private final LateCells late = new LateCells();
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

    /**
     * A night.
     *
     * @param eval makes a run that tells what it had no time for
     */
    public Night(Workspace workspace, NightSteps steps, Function<LateCells, EvalRun> eval) {
        this.workspace = workspace;
        this.steps = steps;
        this.eval = eval;
    }

    /** Hears which cells there was no time for. */
    public static final class LateCells {

        private final List<String> titles = new ArrayList<>();

        /** Takes them down. */
        public void add(List<PlannedCell> cells) {
            cells.forEach(planned -> titles.add(planned.cell().title()));
        }
    }

    /**
     * Spends the night.
     *
     * @param until when measuring has to be over; empty: when nothing is left
     * @param summary how a summary reads in Markdown, for the command that is told of alarms
     * @throws Refusal if another night goes on
     */
    public NightSummary spend(Optional<Instant> until, Function<NightSummary, String> summary) {
        try (RunLock _ = RunLock.ofNight(workspace.results().getFirst())) {
            Instant began = Clock.systemUTC().instant();
            long nanos = System.nanoTime();
            boolean clean = steps.isClean();
            List<String> pulled = workspace.night().cacheGb().isPresent() ? steps.pull(troubles) : List.of();
            History before = new RecordStore(workspace.results()).read();
            List<RunRecord> tonight = eval.apply(late).measure(new EvalOrder(EvalSelection.ALL, EvalOrder.of(EvalSelection.ALL).options(),
                    Optional.of(workspace.night().speedEvery()), until));
            List<Regression> regressions = tonight.isEmpty() ? List.of() : regressions(tonight);
            List<NightSummary.FailedCell> failed = failed(tonight, before);
            Pages pages = pages();
            NightSummary found = new NightSummary(began, (System.nanoTime() - nanos) / 1e9, clean, pulled, tonight.size(), failed,
                    late.titles, regressions, muted, pages.start(), pages.published(), troubles);
            return alarmed(found, summary);
        }
    }

    private NightSummary alarmed(NightSummary found, Function<NightSummary, String> summary) {
        if (!found.isNews()) {
            return found;
        }
        Optional<String> wrong = workspace.night().onAlarm()
                .flatMap(line -> new ShellCommand(line, workspace.root()).run(summary.apply(found)));
        wrong.ifPresent(troubles::add);
        return wrong.isEmpty() ? found : new NightSummary(found.began(), found.seconds(), found.lintClean(), found.pulled(),
                found.measured(), found.failed(), found.late(), found.regressions(), found.muted(), found.site(), found.published(),
                troubles);
    }

    private List<Regression> regressions(List<RunRecord> tonight) {
        List<Regression> all = new ArrayList<>(new QualityChanges(new RecordStore(workspace.results()).read()).regressions(tonight));
        tonight.forEach(record -> all.addAll(confirmed(record)));
        return all.stream().filter(regression -> isSpokenOf(regression.subject(), regression.task() + " " + regression.metric())).toList();
    }

    /** A suspect is measured again at once: only what is so twice is a step and no chance. */
    private List<Regression> confirmed(RunRecord record) {
        SpeedSeries series = new SpeedSeries(new RecordStore(workspace.results()).read());
        List<Regression> suspects = series.suspects(record);
        if (suspects.isEmpty()) {
            return List.of();
        }
        EvalSelection same = EvalSelection.again(record.model(), record.variant(), record.task().name());
        List<String> twice = eval.apply(late).measure(same).stream()
                .flatMap(second -> new SpeedSeries(series.history()).suspects(second).stream()).map(Regression::metric).toList();
        return suspects.stream().filter(suspect -> twice.contains(suspect.metric())).toList();
    }

    private boolean isSpokenOf(String variant, String what) {
        var mute = workspace.night().muted(variant, today);
        mute.ifPresent(entry -> muted.add(variant + " × " + what + ": " + entry.reason() + " (" + entry.until() + ")"));
        return mute.isEmpty();
    }

    private List<NightSummary.FailedCell> failed(List<RunRecord> tonight, History before) {
        return tonight.stream().filter(record -> record.status() == Status.FAILED)
                .filter(record -> isSpokenOf(record.model() + ":" + record.variant(), record.task().name()))
                .map(record -> new NightSummary.FailedCell(record.model() + ":" + record.variant() + " × " + record.task().name(),
                        record.reason().orElse("?"), failedSo(record, before))).toList();
    }

    private static boolean failedSo(RunRecord record, History before) {
        return before.newest(earlier -> earlier.model().equals(record.model()) && earlier.variant().equals(record.variant())
                && earlier.task().name().equals(record.task().name()))
                .filter(earlier -> earlier.content().status() == Status.FAILED && earlier.content().reason().equals(record.reason()))
                .isPresent();
    }

    /** Builds and publishes where anything is new. Only what was published counts as done, so that the next night tries again. */
    private Pages pages() {
        SiteStamp stamp = new SiteStamp(workspace.results().getFirst().resolve(".night.site"));
        String inputs = steps.siteInputs();
        Optional<String> current = stamp.current(inputs);
        if (current.isPresent()) {
            return new Pages(current, Optional.empty());
        }
        Optional<String> start = site();
        Optional<Boolean> published = start.flatMap(_ -> workspace.night().publish()).map(this::isPublished);
        start.filter(_ -> published.orElse(true)).ifPresent(page -> stamp.set(inputs, page));
        return new Pages(start, published);
    }

    private record Pages(Optional<String> start, Optional<Boolean> published) {
    }

    private Optional<String> site() {
        try {
            return Optional.of(steps.site().start().toString());
        } catch (Refusal e) {
            troubles.add(e.getMessage());
        } catch (UncheckedIOException e) {
            troubles.add("the site could not be written: " + e.getCause().getMessage());
        }
        return Optional.empty();
    }

    private boolean isPublished(String line) {
        Optional<String> wrong = new ShellCommand(line, workspace.root()).run("");
        wrong.ifPresent(troubles::add);
        return wrong.isEmpty();
    }
}
