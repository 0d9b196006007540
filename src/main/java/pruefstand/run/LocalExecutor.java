package pruefstand.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.Remains;
import pruefstand.record.RunRecord;
import pruefstand.task.Evaluation;
import pruefstand.text.Refusal;

/** Measures on this machine, one cell after the other: one worker process a variant. A worker that dies costs its cell, not the run. */
final class LocalExecutor implements Executor {

    private static final Set<String> STOPPING = Set.of("SIGINT", "SIGTERM");

    private final RunContext context;
    private final EvalListener listener;
    private final BiFunction<Cell, Path, WorkerProcess> start;
    private final QuietMachine quiet;
    private final Journals journals;
    private final Supplier<Function<Cell, String>> runs;

    /**
     * An executor.
     *
     * @param start starts a worker for a cell, with a file for its log
     */
    LocalExecutor(RunContext context, EvalListener listener, BiFunction<Cell, Path, WorkerProcess> start) {
        this(context, listener, start, () -> new RunIds(context.clock())::of);
    }

    /**
     * The same with names of one's own.
     *
     * @param runs makes what names the records of one evaluation
     */
    LocalExecutor(RunContext context, EvalListener listener, BiFunction<Cell, Path, WorkerProcess> start,
            Supplier<Function<Cell, String>> runs) {
        this.context = context;
        this.listener = listener;
        this.start = start;
        this.quiet = QuietMachine.here(context.workspace().night().patience(), context.clock());
        this.journals = context.journals();
        this.runs = runs;
    }

    /** Jobs that an earlier run has left to a cluster write here, too. */
    @Override
    public void begins() {
        new OpenOrders(new ElementFiles(context.workspace().results().getFirst()), new SlurmCommands()).end();
    }

    @Override
    public List<RunRecord> measure(List<PlannedCell> due, Optional<Instant> until) {
        journals.forgetOld(context.clock().instant());
        new Remains(context.workspace().results().getFirst()).clear(context.clock().instant());
        Function<Cell, String> names = runs.get();
        List<RunRecord> records = new ArrayList<>();
        List<PlannedCell> late = new ArrayList<>();
        try (Workers workers = new Workers(cell -> start.apply(cell, context.logOf(names.apply(cell)))); ReferenceModel reference = reference()) {
            DriftGuard drift = new DriftGuard(reference::tokensPerSecond);
            for (PlannedCell next : due) {
                if (until.filter(end -> !Plan.fits(next, context.clock().instant(), end)).isPresent()) {
                    late.add(next);
                    continue;
                }
                if (next.due() == Due.ASKED) {
                    journals.forget(next.cell());
                }
                listener.begins(next.cell(), due.indexOf(next) + 1, due.size());
                measure(next.cell(), names.apply(next.cell()), workers, drift).ifPresent(records::add);
            }
        }
        listener.late(List.copyOf(late));
        return records;
    }

    private ReferenceModel reference() {
        return new ReferenceModel(context.home(), context.workspace().nativeLibrary(),
                () -> WorkerProcess.start(context.home(), context.logOf("reference"), context.workspace().limits()));
    }

    /** No record where the cell is no longer what was planned: its numbers may be of the old files, the new, or of both. */
    private Optional<RunRecord> measure(Cell cell, String run, Workers workers, DriftGuard drift) {
        boolean timed = cell.task().definition().isTimed();
        Optional<String> disturbance = timed ? quiet.await(listener::waits) : Optional.empty();
        if (timed) {
            drift.begins();
        }
        Measurement measurement = Measurement.begin(cell, run, context.place(cell).disturbed(disturbance));
        WorkerReply reply = ask(cell, workers);
        if (reply instanceof WorkerReply.Died died && died.mayPass()) {
            listener.again(cell, died.reason());
            measurement = Measurement.begin(cell, run, context.place(cell).disturbed(disturbance));
            reply = ask(cell, workers);
        }
        OptionalDouble drifted = timed ? drift.ends() : OptionalDouble.empty();
        if (!isAsPlanned(cell)) {
            journals.forget(cell);
            listener.changed(cell);
            return Optional.empty();
        }
        RunRecord record = measurement.ended(reply, drifted);
        context.store().write(record, cell.folder(), items(reply));
        if (!(reply instanceof WorkerReply.Died died && died.wasSound())) {
            journals.forget(cell);
        }
        listener.ended(cell, record);
        return Optional.of(record);
    }

    private boolean isAsPlanned(Cell cell) {
        try {
            return context.keys().of(cell.model(), cell.variant(), cell.task(), cell.engine()).equals(cell.key());
        } catch (Refusal e) {
            // A server that has gone meanwhile changes nothing about what it answered; a file that has gone does.
            return cell.variant().source() instanceof Source.Server;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private WorkerReply ask(Cell cell, Workers workers) {
        WorkerReply reply = workers.of(cell).ask(request(cell), listener::at);
        if (reply instanceof WorkerReply.Died(var failure, var _)) {
            workers.leave();
            // A terminal and a service manager signal parent and worker alike: that is a wish, not a failure of the cell.
            failure.signal().filter(STOPPING::contains).ifPresent(signal -> {
                throw new RunStopped(signal);
            });
        }
        return reply;
    }

    private WorkerRequest request(Cell cell) {
        return new WorkerRequest.Evaluate(opening(cell, cell.variant()), cell.task(), cell.model().prompts(),
                cell.companion().map(other -> opening(cell, other)), journals.of(cell));
    }

    private Opening opening(Cell cell, Variant variant) {
        EngineSettings settings = new EngineSettings(context.threads(), OptionalInt.empty(), cell.model().pooling(), true,
                cell.engine().options(), variant.adapter());
        Optional<Path> library = cell.engine().library().map(NativeLibrary::folder).or(context.workspace()::nativeLibrary);
        return new Opening(variant.source(), settings, context.home().folder(), library);
    }

    private static List<?> items(WorkerReply reply) {
        return reply instanceof WorkerReply.Measured(Evaluation numbers, var _) ? numbers.items() : List.of();
    }
}
