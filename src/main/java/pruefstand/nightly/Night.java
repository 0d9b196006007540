package pruefstand.nightly;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.engine.ComputeOptions;
import pruefstand.nightly.NightSteps.Measured;
import pruefstand.nightly.NightSteps.Pulled;
import pruefstand.record.History;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;
import pruefstand.run.Cell;
import pruefstand.run.EvalOrder;
import pruefstand.run.EvalSelection;
import pruefstand.run.RunLock;
import pruefstand.run.RunStopped;
import pruefstand.run.Workspace;
import pruefstand.text.Message;

/** One night: lint, pull, eval, compare, site, publish, alarm, in that order. What goes wrong in one does not keep the next from running. */
public final class Night {

    private final Workspace workspace;
    private final NightSteps steps;
    private final Optional<Instant> until;
    private final Instant began = Clock.systemUTC().instant();

    /**
     * A night.
     *
     * @param until when measuring has to be over; empty: when nothing is left
     */
    public Night(Workspace workspace, NightSteps steps, Optional<Instant> until) {
        this.workspace = workspace;
        this.steps = steps;
        this.until = until;
    }

    /**
     * Spends the night.
     *
     * @param news how the command that is told of alarms reads of it
     * @throws pruefstand.text.Refusal if another night goes on
     */
    public NightSummary spend(NightNews news) {
        try (RunLock _ = RunLock.ofNight(workspace.results().getFirst())) {
            return alarmed(spent(), news);
        } catch (RunStopped e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            alarm(news.ofItsEnd(e));
            throw e;
        }
    }

    private NightSummary spent() {
        long nanos = System.nanoTime();
        boolean clean = steps.isClean();
        Pulled pulled = workspace.night().cacheGb().isPresent() ? steps.pull() : Pulled.NOTHING;
        History before = history();
        Measured measured = steps.measure(order(EvalSelection.ALL, true));
        Repeated repeated = repeated(before);
        List<Regression> changes = measured.records().isEmpty() ? List.of() : changes(measured.records());
        Stages stages = new Stages(clean, pulled, measured, repeated, changes, Pages.made(workspace, steps));
        return summary(stages, before, (System.nanoTime() - nanos) / 1e9);
    }

    /** What each stage of a night handed on. */
    private record Stages(boolean clean, Pulled pulled, Measured measured, Repeated repeated, List<Regression> changes, Pages pages) {

        List<RunRecord> failures() {
            return Stream.concat(measured.records().stream(), repeated.records().stream())
                    .filter(record -> record.status() == Status.FAILED).toList();
        }

        List<Regression> worse() {
            return Stream.concat(changes.stream().filter(change -> !isFaster(change)), repeated.differences().stream()).toList();
        }
    }

    private NightSummary summary(Stages night, History before, double seconds) {
        Muting muting = new Muting(workspace.night(), LocalDate.ofInstant(began, ZoneId.systemDefault()));
        List<NightSummary.Muted> muted = Stream.concat(
                muting.passedOver(night.worse(), Regression::subject, regression -> regression.task() + " " + regression.metric()),
                muting.passedOver(night.failures(), Night::subject, record -> record.task().name())).toList();
        return new NightSummary(began, seconds, night.clean(), night.pulled().variants(), night.measured().records().size(),
                night.failures().stream().filter(record -> muting.isSpokenOf(subject(record))).map(record -> failed(record, before)).toList(),
                night.measured().late(), night.measured().changed(), night.repeated().cell(),
                night.worse().stream().filter(regression -> muting.isSpokenOf(regression.subject())).toList(),
                night.changes().stream().filter(Night::isFaster).toList(), muted, night.pages().start(), night.pages().published(),
                Stream.concat(night.pulled().troubles().stream(), night.pages().troubles().stream()).toList(), steps.forecasts());
    }

    private History history() {
        return new RecordStore(workspace.results()).read();
    }

    private List<RunRecord> records() {
        return history().records().stream().map(StoredRecord::content).toList();
    }

    private EvalOrder order(EvalSelection selection, boolean agedToo) {
        return new EvalOrder(selection, ComputeOptions.DEFAULT, Optional.of(workspace.night().speedEvery()).filter(_ -> agedToo), until);
    }

    private NightSummary alarmed(NightSummary found, NightNews news) {
        return found.isNews() ? alarm(news.of(found)).map(found::with).orElse(found) : found;
    }

    /** Calls the command that is told of alarms, if there is one, and returns what went wrong with it. */
    private Optional<Message> alarm(String text) {
        return workspace.night().onAlarm().flatMap(line -> new ShellCommand(line, workspace.root()).run(text));
    }

    private List<Regression> changes(List<RunRecord> tonight) {
        return Stream.concat(new QualityChanges(history()).regressions(tonight).stream(),
                new SpeedChanges(this::records, this::again).of(tonight).stream()).toList();
    }

    private static boolean isFaster(Regression change) {
        return change.evidence() instanceof Regression.Stepped(double share, int _) && share > 0;
    }

    private Optional<RunRecord> again(RunRecord record) {
        EvalSelection same = EvalSelection.again(record.model(), record.variant(), record.task().name());
        return steps.measure(order(same, false)).records().stream().filter(second -> second.key().equals(record.key())).findFirst();
    }

    /**
     * What came of the canary.
     *
     * @param cell its title; empty where none was due
     * @param records of it
     * @param differences from before
     */
    private record Repeated(Optional<String> cell, List<RunRecord> records, List<Regression> differences) {
    }

    private Repeated repeated(History before) {
        Canary canary = new Canary(before.records().stream().map(StoredRecord::content).toList());
        Optional<Cell> next = canary.next(steps::cells, began, workspace.night().speedEvery());
        List<RunRecord> records = next.map(cell -> steps.measure(order(EvalSelection.again(cell.model().name(), cell.variant().name(),
                cell.task().name()), false)).records()).orElse(List.of());
        return new Repeated(next.filter(_ -> !records.isEmpty()).map(Cell::title), records,
                records.stream().flatMap(record -> canary.differences(record).stream()).toList());
    }

    private static String subject(RunRecord record) {
        return record.model() + ":" + record.variant();
    }

    private static NightSummary.FailedCell failed(RunRecord record, History before) {
        return new NightSummary.FailedCell(subject(record) + " × " + record.task().name(), record.reason().orElse("?"), failedSo(record, before));
    }

    private static boolean failedSo(RunRecord record, History before) {
        return before.newest(earlier -> earlier.model().equals(record.model()) && earlier.variant().equals(record.variant())
                && earlier.task().name().equals(record.task().name()))
                .filter(earlier -> earlier.content().status() == Status.FAILED && earlier.content().reason().equals(record.reason()))
                .isPresent();
    }
}
