package pruefstand.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.catalogue.Catalogue;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.run.EvalOrder;
import pruefstand.run.EvalRun;
import pruefstand.run.EvalSelection;
import pruefstand.run.Plan;
import pruefstand.run.Workspace;
import pruefstand.task.Tasks;

/** {@code eval}: measures what has no record yet. */
@Command(name = "eval", description = "Measure what is missing: every model variant on every task that fits it.",
        footer = {"", "Example: pruefstand eval --models 'tiny-*' --tasks 'perplexity-*'"})
final class EvalCommand implements Callable<Integer> {

    @Option(names = "--models", paramLabel = "GLOB", description = "only these models (name or name:variant)")
    private Optional<String> models = Optional.empty();

    @Option(names = "--tasks", paramLabel = "GLOB", description = "only these tasks")
    private Optional<String> tasks = Optional.empty();

    @Option(names = "--models-file", paramLabel = "F", description = "another registry than the workspace's")
    private Optional<Path> modelsFile = Optional.empty();

    @Option(names = "--tasks-dir", paramLabel = "D", description = "the tasks of this folder only")
    private Optional<Path> tasksFolder = Optional.empty();

    @Option(names = "--results", paramLabel = "D", description = "read and write records here")
    private Optional<Path> results = Optional.empty();

    @Option(names = "--fresh", description = "measure again what has a record; nothing is deleted")
    private boolean fresh;

    @Option(names = "--until", paramLabel = "HH:MM", description = "begin no cell that should take longer than to this time")
    private Optional<LocalTime> until = Optional.empty();

    @Option(names = "--plan", description = "only say what would be measured, and how long it should take")
    private boolean planOnly;

    @Option(names = "--threads", paramLabel = "N", description = "threads to compute with; default: the physical cores")
    private OptionalInt threads = OptionalInt.empty();

    @Mixin
    private EngineOptions engine;

    @Mixin
    private ExecutorOption executor;

    @Option(names = "--json", description = "the new records as JSON Lines")
    private boolean json;

    private final Root root;

    EvalCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        EvalReport report = new EvalReport(root, json ? this::stream : _ -> { });
        Workspace workspace = workspace();
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        EvalOrder order = new EvalOrder(selection(workspace), engine.options(), Optional.empty(),
                until.map(time -> new Until(time).after(now).toInstant()));
        new Records(root, workspace).read();
        EvalRun run = executor.run(root, workspace, threads, report);
        if (planOnly) {
            return plan(report, run.plan(order), order, now.toInstant());
        }
        List<RunRecord> records = run.measure(order);
        report.summary(records);
        return records.stream().anyMatch(record -> record.status() == Status.FAILED) ? Exit.FOUND : Exit.DONE;
    }

    private int plan(EvalReport report, Plan plan, EvalOrder order, Instant now) {
        report.planned(plan);
        PlanReport shown = PlanReport.of(root, plan, now, order.until());
        if (json) {
            shown.json();
        } else {
            shown.text();
        }
        return Exit.DONE;
    }

    private void stream(RunRecord record) {
        root.printJson(record);
        root.terminal().out().flush();
    }

    private EvalSelection selection(Workspace workspace) {
        EvalSelection selection = new EvalSelection(models, tasks, fresh);
        if (models.isPresent() || tasks.isPresent()) {
            selection.check(root.registry(workspace, Catalogue.read(workspace.catalogue())), Tasks.in(workspace.tasks()));
        }
        return selection;
    }

    private Workspace workspace() {
        Workspace workspace = root.workspace();
        workspace = modelsFile.map(root::path).map(workspace::withModels).orElse(workspace);
        workspace = tasksFolder.map(root::path).map(workspace::withTasks).orElse(workspace);
        return results.map(root::path).map(workspace::withResults).orElse(workspace);
    }
}
