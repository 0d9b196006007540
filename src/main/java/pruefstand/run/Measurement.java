package pruefstand.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pruefstand.metric.Estimate;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.record.Guards;
import pruefstand.record.Harness;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.TaskReference;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.speed.Roofline;
import pruefstand.text.Messages;
import pruefstand.text.RefusalKind;

/** Makes the record of one cell, from what was known before it ran and what came of it. */
final class Measurement {

    private static final Evaluation NO_NUMBERS = new Evaluation("", Map.of(), Map.of(), List.of());

    private final Cell cell;
    private final String run;
    private final Host host;
    private final Harness harness;
    private final Instant started;
    /** Somebody may set the clock while the cell is measured. */
    private final long startedNanos = System.nanoTime();
    private final Scrub scrub;
    private Guards guards;

    private Measurement(Cell cell, String run, MeasuringPlace place) {
        this.cell = cell;
        this.run = run;
        this.host = place.host();
        this.harness = place.harness();
        this.scrub = place.scrub();
        this.started = place.clock().instant();
        boolean marked = cell.task().definition().isTimed() && host.isBusyBeside(place.threads());
        this.guards = new Guards(host.load(), OptionalDouble.empty(), marked || place.disturbance().isPresent(), place.disturbance());
    }

    /** The cell begins now. */
    static Measurement begin(Cell cell, String run, MeasuringPlace place) {
        return new Measurement(cell, run, place);
    }

    /**
     * The cell is over.
     *
     * @param drift of the machine's speed meanwhile; empty where it was not measured
     */
    RunRecord ended(WorkerReply reply, OptionalDouble drift) {
        guards = new Guards(guards.load(), drift, guards.marked() || drift.orElse(0) > DriftGuard.MOST,
                guards.disturbance());
        return switch (reply) {
            case WorkerReply.Measured(Evaluation numbers, var subject) -> record(Status.OK, Optional.empty(), numbers,
                    Optional.of(subject), Optional.empty());
            case WorkerReply.Measured(Outcome.Unsuitable(var reason), var subject) -> record(Status.SKIPPED, Optional.of(reason),
                    NO_NUMBERS, Optional.of(subject), Optional.empty());
            case WorkerReply.Measured(Outcome.Invalid(var reason), var subject) -> record(Status.FAILED, Optional.of(reason),
                    NO_NUMBERS, Optional.of(subject), Optional.of(failure(FailureKind.INVALID)));
            case WorkerReply.Refused(RefusalKind kind, var what) when kind == RefusalKind.MISSING_PART -> failed(
                    Messages.in(Locale.ENGLISH).text(what), FailureKind.EXIT);
            case WorkerReply.Refused(var _, var what) -> failed(Messages.in(Locale.ENGLISH).text(what), FailureKind.INVALID);
            case WorkerReply.Broken(var error) -> failed("the harness failed: " + error, FailureKind.EXIT);
            case WorkerReply.Died(var failure, var reason) -> record(Status.FAILED, Optional.of(reason), NO_NUMBERS, Optional.empty(),
                    Optional.of(failure));
            case WorkerReply.Step _, WorkerReply.Perplexity _, WorkerReply.Benched _, WorkerReply.Embedded _,
                    WorkerReply.Piece _, WorkerReply.Generated _, WorkerReply.Scored _, WorkerReply.Compared _, WorkerReply.Reranked _ ->
                failed("the worker answered another question", FailureKind.GARBAGE);
        };
    }

    private HostDescription described(Evaluation numbers) {
        return numbers.settings().get(Roofline.BANDWIDTH) instanceof Number bandwidth
                ? host.description().withBandwidth(bandwidth.doubleValue()) : host.description();
    }

    private RunRecord failed(String reason, FailureKind kind) {
        return record(Status.FAILED, Optional.of(reason), NO_NUMBERS, Optional.empty(),
                Optional.of(failure(kind)));
    }

    private static Failure failure(FailureKind kind) {
        return new Failure(kind, Optional.empty(), List.of());
    }

    private Failure scrubbed(Failure failure) {
        return new Failure(failure.kind(), failure.signal(), scrub.lines(failure.log()));
    }

    private RunRecord record(Status status, Optional<String> reason, Evaluation numbers, Optional<WorkerReply.Subject> subject,
            Optional<Failure> failure) {
        var definition = cell.task().definition();
        var task = new TaskReference(definition.name(), definition.version(), definition.kind(), cell.task().dataSha256());
        Optional<String> main = Optional.of(numbers.main()).filter(id -> !id.isEmpty());
        Map<String, Estimate> metrics = numbers.metrics();
        double seconds = (System.nanoTime() - startedNanos) / 1e9 + subject.map(WorkerReply.Subject::earlierSeconds).orElse(0.0);
        return new RunRecord(RunRecord.SCHEMA, cell.key(), run, cell.model().name(), cell.variant().name(), task, status,
                reason.map(scrub::text), main, metrics, numbers.settings(), guards,
                subject.map(WorkerReply.Subject::artifact), subject.map(WorkerReply.Subject::engine), described(numbers), harness,
                started, seconds, subject.map(WorkerReply.Subject::peakMemoryBytes).orElse(OptionalLong.empty()), failure.map(this::scrubbed));
    }
}
