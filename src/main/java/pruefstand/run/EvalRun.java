package pruefstand.run;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import pruefstand.model.Registry;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;

/**
 * Plans and measures what is missing, one record a cell. Interrupted at any moment, everything measured so far is kept, and the next
 * run goes on from there.
 */
public final class EvalRun {

    private final RunContext context;
    private final ProgressNotes listener;
    private final EvalPlanning planning;
    private final Executor executor;

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
        this.context = RunContext.here(home, workspace, threads);
        this.listener = notes(context, listener);
        this.planning = EvalPlanning.here(context);
        this.executor = new LocalExecutor(context, this.listener, start);
    }

    private EvalRun(RunContext context, ProgressNotes listener, EvalPlanning planning, Executor executor) {
        this.context = context;
        this.listener = listener;
        this.planning = planning;
        this.executor = executor;
    }

    /**
     * A run over a workspace that Slurm's machines see at the same path, as they see the program.
     *
     * @param threads threads that each model computes with; empty: as the registry says, or what its job is given
     */
    public static EvalRun onSlurm(Home home, Workspace workspace, OptionalInt threads, EvalListener listener) {
        return onCluster(home, workspace, threads, listener, new SlurmCommands());
    }

    /** The same with a scheduler of one's own. */
    static EvalRun onCluster(Home home, Workspace workspace, OptionalInt threads, EvalListener listener, Cluster cluster) {
        RunContext here = RunContext.here(home, workspace, OptionalInt.empty());
        ElementFiles files = new ElementFiles(workspace.results().getFirst());
        ProgressNotes notes = notes(here, listener);
        return new EvalRun(here, notes, EvalPlanning.onCluster(here, files::machines), new SlurmExecutor(here, threads, notes, cluster));
    }

    private static ProgressNotes notes(RunContext context, EvalListener listener) {
        return new ProgressNotes(context.workspace().results().getFirst(), listener, context.clock());
    }

    /** The registry of the workspace, filled up from what the program ships for names that the catalogue lists. */
    public static Registry registry(Home home, Workspace workspace, Set<String> listedNames) {
        return EvalPlanning.registry(home, workspace, listedNames);
    }

    /** The tasks of the workspace, with the places of their data where those are there. */
    public static List<Task> tasks(Workspace workspace) {
        return EvalPlanning.tasks(workspace);
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
        try (RunLock _ = RunLock.take(context.workspace().results().getFirst()); ProgressNotes _ = listener) {
            executor.begins();
            Plan plan = plan(order);
            // A run may have ended between a cell's record and this.
            plan.current().forEach(context.journals()::forget);
            listener.planned(plan);
            return executor.measure(plan.due(), order.until());
        }
    }

    /** What would be measured now; nothing is. */
    public Plan plan(EvalOrder order) {
        return planning.plan(order);
    }
}
