package pruefstand.site;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.TaskReference;
import pruefstand.task.Task;
import pruefstand.text.Refusal;

/** Tells runs of the tasks as they are now from runs of an earlier version or of other data. */
final class PresentTasks {

    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, String> data = new HashMap<>();
    private final Map<TaskReference, Boolean> known = new ConcurrentHashMap<>();

    PresentTasks(Site site) {
        for (Task task : site.tasks()) {
            versions.put(task.name(), task.definition().version());
            data(task, site).ifPresent(hash -> data.put(task.name(), hash));
        }
    }

    /** Whether a run measured this version on these data. */
    boolean isOf(RunRecord run) {
        return known.computeIfAbsent(run.task(), _ -> find(run));
    }

    private boolean find(RunRecord run) {
        return isOfVersion(run)
                && data.getOrDefault(run.task().name(), run.task().dataSha256()).equals(run.task().dataSha256());
    }

    /** Whether a run measured this version, on whatever data. */
    boolean isOfVersion(RunRecord run) {
        return versions.getOrDefault(run.task().name(), -1) == run.task().version();
    }

    /** What the task's data hash to; where they cannot be read here, what those of its newest run did. */
    private static Optional<String> data(Task task, Site site) {
        try {
            return Optional.of(task.dataSha256());
        } catch (Refusal _) { // the task's page says so; what was measured elsewhere still stands
            return site.runs(task).filter(run -> run.status() == Status.OK).max(Comparator.comparing(RunRecord::started))
                    .map(run -> run.task().dataSha256());
        }
    }
}
