package pruefstand.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.task.SpeedSettings;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskKind;

/**
 * What a reader must know of a task: its kind, or what settings have made of it.
 *
 * @param id in the keys of the wordings
 * @param metrics the one that stands for it, and those shown beside it
 */
record TaskForm(String id, List<Metric> metrics) {

    static final TaskForm TWO_STAGE = new TaskForm("two-stage",
            List.of(Metric.NDCG_AT_10, Metric.NDCG_AT_10_GAINED, Metric.ADDED_MILLISECONDS));
    static final TaskForm END_TO_END = new TaskForm("end-to-end", List.of(Metric.TIME_TO_FIRST_TOKEN_SECONDS,
            Metric.INTER_TOKEN_LATENCY_SECONDS, Metric.TIME_PER_OUTPUT_TOKEN_SECONDS));

    static final TaskForm SWEEP = new TaskForm("sweep", Site.metrics(TaskKind.SPEED));

    static TaskForm of(TaskDefinition task) {
        if (task.rerank().isPresent()) {
            return TWO_STAGE;
        }
        return task.settings() instanceof SpeedSettings speed ? ofSpeed(task, speed) : of(task.kind());
    }

    private static TaskForm ofSpeed(TaskDefinition task, SpeedSettings speed) {
        boolean sweeps = speed.depths().isPresent() || speed.sequences().isPresent();
        return task.files().prompts().isPresent() ? END_TO_END : sweeps ? SWEEP : of(task.kind());
    }

    private static TaskForm of(TaskKind kind) {
        return new TaskForm(kind.toString(), Site.metrics(kind));
    }

    /** Those of all kinds, and the others. */
    static Stream<TaskForm> all() {
        return Stream.concat(Arrays.stream(TaskKind.values()).map(TaskForm::of), Stream.of(TWO_STAGE, END_TO_END, SWEEP));
    }

    /** Whether its numbers stand in one column with those of other tasks of its kind; a sweep's memory would be that of its greatest depth. */
    static boolean isUsual(TaskDefinition task) {
        return of(task).equals(of(task.kind()));
    }
}
