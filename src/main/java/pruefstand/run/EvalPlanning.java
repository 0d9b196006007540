package pruefstand.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.ReviewedModel;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.llamacpp.NativeLibrary;
import pruefstand.model.ModelsLock;
import pruefstand.model.Registry;
import pruefstand.model.store.LocalModels;
import pruefstand.model.store.StoreFolders;
import pruefstand.record.History;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.task.FetchedData;
import pruefstand.task.Task;
import pruefstand.task.Tasks;

/** Finds out from a workspace's files and records what is to be measured, and in which order. Measures nothing. */
final class EvalPlanning {

    private static final int DAYS_LATELY = 7;
    /** Records may come from a machine whose clock is a little ahead. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final RunContext context;
    private final Optional<Supplier<List<String>>> machines;

    private EvalPlanning(RunContext context, Optional<Supplier<List<String>>> machines) {
        this.context = context;
        this.machines = machines;
    }

    /** What this machine is to measure. */
    static EvalPlanning here(RunContext context) {
        return new EvalPlanning(context, Optional.empty());
    }

    /**
     * What a cluster is to measure: speeds that none of its machines has told.
     *
     * @param machines what speeds depend on, of each kind of machine that has measured there; known as soon as it runs
     */
    static EvalPlanning onCluster(RunContext context, Supplier<List<String>> machines) {
        return new EvalPlanning(context, Optional.of(machines));
    }

    /** The registry of the workspace, filled up from what the program ships for names that the catalogue lists. */
    static Registry registry(Home home, Workspace workspace, Set<String> listedNames) {
        Registry own = Registry.read(workspace.models());
        Registry all = workspace.models().equals(home.registry()) ? own
                : own.withFallback(Registry.read(home.registry()), listedNames);
        return LocalModels.ofThisUser().locate(all, ModelsLock.beside(workspace.models()));
    }

    /** The tasks of the workspace, with the places of their data where those are there. */
    static List<Task> tasks(Workspace workspace) {
        return new FetchedData(StoreFolders.ofThisUser().hub(), ModelsLock.beside(workspace.models())).locate(Tasks.in(workspace.tasks()));
    }

    /** What is to be measured now. */
    Plan plan(EvalOrder order) {
        Instant now = context.clock().instant();
        History history = context.store().read();
        List<ReviewedModel> reviewed = Catalogue.read(context.workspace().catalogue()).models();
        Registry registry = registry(context.home(), context.workspace(),
                reviewed.stream().map(ReviewedModel::name).collect(Collectors.toSet()));
        Dues dues = new Dues(history, now, order.speedEvery(), order.selection().fresh());
        Function<Cell, Optional<Due>> judge = machines.<Function<Cell, Optional<Due>>>map(known -> new ClusterDues(dues,
                known.get().stream().map(context.keys()::on).toList())::of).orElse(dues::of);
        Expectation expectation = new Expectation(history, machines.map(Supplier::get).orElse(List.of(context.machine())).stream()
                .map(RunContext::hostClass).collect(Collectors.toSet()));
        Plan plan = new Planner(context.keys(), choices(order.options()),
                cell -> judge.apply(cell).map(due -> new PlannedCell(cell, due, expectation.seconds(cell))))
                .plan(registry, tasks(context.workspace()), order.selection());
        return plan.with(new DueOrder(history, reviewedLately(reviewed, now)).sorted(plan.due()), history.newest(_ -> true)
                .map(StoredRecord::content).map(RunRecord::started).filter(started -> started.isAfter(now.plus(CLOCKS_DIFFER))));
    }

    private static Set<String> reviewedLately(List<ReviewedModel> reviewed, Instant now) {
        LocalDate weekAgo = LocalDate.ofInstant(now, ZoneId.systemDefault()).minusDays(DAYS_LATELY);
        return reviewed.stream().filter(model -> model.reviews().stream().flatMap(review -> review.date().stream())
                .anyMatch(weekAgo::isBefore)).map(ReviewedModel::name).collect(Collectors.toSet());
    }

    private List<EngineChoice> choices(ComputeOptions options) {
        Workspace workspace = context.workspace();
        return workspace.engines().isEmpty() ? List.of(new EngineChoice(Optional.empty(), options))
                : workspace.engines().stream().map(name -> NativeLibrary.named(name, workspace.root(), context.home().folder()))
                        .map(library -> new EngineChoice(Optional.of(library), options)).toList();
    }
}
