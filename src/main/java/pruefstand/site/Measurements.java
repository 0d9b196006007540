package pruefstand.site;

import java.util.Comparator;
import java.util.List;
import pruefstand.record.RunRecord;
import pruefstand.record.compare.KeptScores;
import pruefstand.task.Task;

/**
 * What was measured.
 *
 * @param tasks the tasks of the workspace, by name
 * @param records in any order
 * @param kept the items of these records, for ranks
 */
public record Measurements(List<Task> tasks, List<RunRecord> records, KeptScores kept) {

    public Measurements {
        tasks = tasks.stream().sorted(Comparator.comparing(Task::name)).toList();
        records = List.copyOf(records);
    }
}
