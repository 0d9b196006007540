package pruefstand.run;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.model.FileHashes;
import pruefstand.model.ModelsLock;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.model.store.LocalModels;
import pruefstand.model.store.StoreFolders;
import pruefstand.record.History;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.task.Evaluation;
import pruefstand.task.FetchedData;
import pruefstand.task.Task;
import pruefstand.task.Tasks;
import pruefstand.text.Refusal;

/**
 * Measures what is missing: one worker process a variant, one record a cell. A worker that dies costs its cell, not the run.
 * Interrupted at any moment, everything measured so far is kept, and the next run goes on from there.
 */
public final class EvalRun {

    private static final Set<String> STOPPING = Set.of("SIGINT", "SIGTERM");
    private static final int DAYS_LATELY = 7;
    /** Records may come from a machine whose clock is a little ahead. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Home home;
    private final Workspace workspace;
    private final EvalListener listener;
    private final Host host;
    private final Clock clock;
    private final int threads;
    private final RecordStore store;
    private final CellKeys keys;
    private final BiFunction<Cell, Path, WorkerProcess> start;
    private final QuietMachine quiet;

    /**
     * A run over a workspace.
     *
     * @param threads threads that each model computes with; empty: the physical cores
     */
    public EvalRun(Home home, Workspace workspace, OptionalInt threads, EvalListener listener) {
        this(home, workspace, threads, listener, (_, log) -> WorkerProcess.start(home, log, workspace.limits()));
    }

    /** The same with workers of one's own, each for a cell and with a file for its log. */
    EvalRun(Home home, Workspace workspace, OptionalInt threads, EvalListener listener, BiFunction<Cell, Path, WorkerProcess> start) {
        this.start = start;
        this.home = home;
        this.workspace = workspace;
        this.listener = listener;
        this.host = Host.look();
        this.threads = host.threads(threads);
        this.clock = Clock.systemUTC();
        this.quiet = QuietMachine.here(workspace.night().patience(), clock);
        this.store = new RecordStore(workspace.results());
        this.keys = new CellKeys(FileHashes.ofThisUser(), host.description().hostClass() + ", " + this.threads + " threads",
                () -> NativeLibrary.find(workspace.nativeLibrary(), home.folder()));
    }

    /** The registry of the workspace, filled up from what the program ships for names that the catalogue lists. */
    public static Registry registry(Home home, Workspace workspace, Set<String> listedNames) {
        Registry own = Registry.read(workspace.models());
        Registry all = workspace.models().equals(home.registry()) ? own
                : own.withFallback(Registry.read(home.registry()), listedNames);
        return LocalModels.ofThisUser().locate(all, ModelsLock.beside(workspace.models()));
    }

    /** The tasks of the workspace, with the places of their data where those are there. */
    public static List<Task> tasks(Workspace workspace) {
        return new FetchedData(StoreFolders.ofThisUser().hub(), ModelsLock.beside(workspace.models())).locate(Tasks.in(workspace.tasks()));
    }

    /** Plans and measures what is missing, computed as by default. */
    public List<RunRecord> measure(EvalSelection selection) {
        return measure(EvalOrder.of(selection));
    }

    /**
     * Plans and measures.
     *
     * @return the records written, in order
     */
    public List<RunRecord> measure(EvalOrder order) {
        try (RunLock _ = RunLock.take(workspace.results().getFirst())) {
            Plan plan = plan(order);
            listener.planned(plan);
            return measure(plan.due(), order.until());
        }
    }

    /** What would be measured now; nothing is. */
    public Plan plan(EvalOrder order) {
        Instant now = clock.instant();
        History history = store.read();
        List<ReviewedModel> reviewed = Catalogue.read(workspace.catalogue()).models();
        Registry registry = registry(home, workspace, reviewed.stream().map(ReviewedModel::name).collect(Collectors.toSet()));
        Dues dues = new Dues(history, now, order.speedEvery(), order.selection().fresh());
        Expectation expectation = new Expectation(history, host.description().hostClass());
        Plan plan = new Planner(keys, choices(order.options()),
                cell -> dues.of(cell).map(due -> new PlannedCell(cell, due, expectation.seconds(cell))))
                .plan(registry, tasks(workspace), order.selection());
        LocalDate weekAgo = LocalDate.ofInstant(now, ZoneId.systemDefault()).minusDays(DAYS_LATELY);
        Set<String> lately = reviewed.stream().filter(model -> model.reviews().stream().flatMap(review -> review.date().stream())
                .anyMatch(weekAgo::isBefore)).map(ReviewedModel::name).collect(Collectors.toSet());
        return plan.with(new DueOrder(history, lately).sorted(plan.due()), history.newest(_ -> true)
                .map(stored -> stored.content().started()).filter(started -> started.isAfter(now.plus(CLOCKS_DIFFER))));
    }

    private List<EngineChoice> choices(ComputeOptions options) {
        return workspace.engines().isEmpty() ? List.of(new EngineChoice(Optional.empty(), options))
                : workspace.engines().stream().map(name -> NativeLibrary.named(name, workspace.root(), home.folder()))
                        .map(library -> new EngineChoice(Optional.of(library), options)).toList();
    }

    private List<RunRecord> measure(List<PlannedCell> planned, Optional<Instant> until) {
        RunIds runs = new RunIds(clock);
        List<RunRecord> records = new ArrayList<>();
        List<PlannedCell> late = new ArrayList<>();
        try (Workers workers = new Workers(cell -> start.apply(cell, logOf(runs.of(cell))));
                ReferenceModel reference = new ReferenceModel(home, workspace.nativeLibrary(),
                        () -> WorkerProcess.start(home, logOf("reference"), workspace.limits()))) {
            DriftGuard drift = new DriftGuard(reference::tokensPerSecond);
            for (PlannedCell next : planned) {
                if (until.filter(end -> !Plan.fits(next, clock.instant(), end)).isPresent()) {
                    late.add(next);
                    continue;
                }
                listener.begins(next.cell(), planned.indexOf(next) + 1, planned.size());
                measure(next.cell(), runs.of(next.cell()), workers, drift).ifPresent(records::add);
            }
        }
        listener.late(List.copyOf(late));
        return records;
    }

    /** No record where the cell is no longer what was planned: its numbers may be of the old files, the new, or of both. */
    private Optional<RunRecord> measure(Cell cell, String run, Workers workers, DriftGuard drift) {
        boolean timed = cell.task().definition().isTimed();
        Optional<String> disturbance = timed ? quiet.await(listener::waits) : Optional.empty();
        if (timed) {
            drift.begins();
        }
        Measurement measurement = Measurement.begin(cell, run, place(cell, disturbance));
        WorkerReply reply = ask(cell, workers);
        if (reply instanceof WorkerReply.Died died && died.mayPass()) {
            listener.again(cell, died.reason());
            reply = ask(cell, workers);
        }
        OptionalDouble drifted = timed ? drift.ends() : OptionalDouble.empty();
        if (!isAsPlanned(cell)) {
            listener.changed(cell);
            return Optional.empty();
        }
        RunRecord record = measurement.ended(reply, drifted);
        store.write(record, cell.folder(), items(reply));
        listener.ended(cell, record);
        return Optional.of(record);
    }

    private boolean isAsPlanned(Cell cell) {
        try {
            return keys.of(cell.model(), cell.variant(), cell.task(), cell.engine()).equals(cell.key());
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

    private MeasuringPlace place(Cell cell, Optional<String> disturbance) {
        List<Path> folders = new ArrayList<>(List.of(home.folder(), workspace.root(), Path.of(System.getProperty("user.home")),
                Path.of(System.getProperty("java.io.tmpdir")), workspace.results().getFirst(), cell.task().file().getParent()));
        cell.task().data().forEach(file -> folders.add(file.path().getParent()));
        Stream.concat(Stream.of(cell.variant()), cell.companion().stream())
                .forEach(variant -> variant.source().place().ifPresent(file -> folders.add(file.getParent())));
        List<String> names = new ArrayList<>(List.of(System.getProperty("user.name"), host.name()));
        names.addAll(SecretNames.of(cell.variant().source()));
        return new MeasuringPlace(host, threads, HarnessBuild.current(), clock, Scrub.of(folders, names.toArray(String[]::new)), disturbance);
    }

    private WorkerRequest request(Cell cell) {
        return new WorkerRequest.Evaluate(opening(cell, cell.variant()), cell.task(), cell.model().prompts(),
                cell.companion().map(other -> opening(cell, other)));
    }

    private Opening opening(Cell cell, Variant variant) {
        EngineSettings settings = new EngineSettings(threads, OptionalInt.empty(), cell.model().pooling(), true,
                cell.engine().options(), variant.adapter());
        Optional<Path> library = cell.engine().library().map(NativeLibrary::folder).or(workspace::nativeLibrary);
        return new Opening(variant.source(), settings, home.folder(), library);
    }

    private static List<?> items(WorkerReply reply) {
        return reply instanceof WorkerReply.Measured(Evaluation numbers, var _) ? numbers.items() : List.of();
    }

    private Path logOf(String run) {
        return workspace.results().getFirst().resolve(".logs").resolve(run + ".log");
    }
}
