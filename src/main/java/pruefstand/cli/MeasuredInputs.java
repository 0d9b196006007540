package pruefstand.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import pruefstand.model.Registry;
import pruefstand.record.History;
import pruefstand.record.Snapshot;
import pruefstand.record.StoredRecord;
import pruefstand.record.compare.KeptScores;
import pruefstand.run.EvalRun;
import pruefstand.run.Workspace;
import pruefstand.site.Meanwhile;
import pruefstand.site.Measurements;
import pruefstand.task.Task;

/** What was measured, read when a page first asks for it: a site of which only reviews changed reads no record. Safe to share. */
final class MeasuredInputs implements Supplier<Measurements> {

    private final Workspace workspace;
    private final Supplier<Registry> registry;
    private final Supplier<History> records;
    private Optional<CompletableFuture<History>> begun = Optional.empty();
    private Optional<Read> read = Optional.empty();

    /**
     * Those of a workspace.
     *
     * @param records asked when they are read
     */
    MeasuredInputs(Workspace workspace, Supplier<Registry> registry, Supplier<History> records) {
        this.workspace = workspace;
        this.registry = registry;
        this.records = records;
    }

    /**
     * What was read.
     *
     * @param isWhole whether nothing was left out that could not be read
     * @param further files that the tasks and the registry name, as they stood before they were read
     */
    private record Read(Measurements measured, boolean isWhole, Snapshot further) {
    }

    /** Begins to read the records beside what else is done. */
    void begin() {
        begun = Optional.of(Meanwhile.begin(records));
    }

    @Override
    public Measurements get() {
        return read().measured;
    }

    private synchronized Read read() {
        if (read.isEmpty()) {
            History history = begun.map(Meanwhile::result).orElseGet(records);
            List<Task> tasks = EvalRun.tasks(workspace).stream().filter(task -> task.hasData() || isMeasured(task, history)).toList();
            Snapshot further = SiteInputs.further(registry.get(), tasks);
            read = Optional.of(new Read(new Measurements(tasks, history.records().stream().map(StoredRecord::content).toList(),
                    new KeptScores(history.records())), history.unreadable().isEmpty(), further));
        }
        return read.get();
    }

    private static boolean isMeasured(Task task, History history) {
        return history.records().stream().anyMatch(record -> record.content().task().name().equals(task.name()));
    }

    /** Whether something was read, and some of it could not be, which every build is to name. */
    synchronized boolean lacks() {
        return read.filter(of -> !of.isWhole).isPresent();
    }

    /** Files that the tasks and the registry name, as they stood before they were read; empty where nothing was. */
    synchronized Optional<Snapshot> further() {
        return read.map(Read::further);
    }
}
