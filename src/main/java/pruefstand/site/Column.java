package pruefstand.site;

import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.metric.Metric;

/** What one column of a table holds; two numbers stand in one column only if they may be compared. */
sealed interface Column {

    /**
     * A metric of a task.
     *
     * @param task name of the task
     * @param metric which of its metrics
     * @param length tokens of the prompt, of what is generated, or of a chunk, where the metric depends on it
     * @param hostClass the class of machines, for speeds
     */
    record OfMetric(String task, Metric metric, OptionalInt length, Optional<String> hostClass) implements Column {
    }

    /**
     * Most memory that a worker held while it ran a task.
     *
     * @param task name of the task
     * @param hostClass the class of machines
     */
    record Memory(String task, String hostClass) implements Column {
    }

    /** Size of the model file. */
    record Size() implements Column {
    }

    /** Length of an embedding. */
    record Dimension() implements Column {
    }
}
