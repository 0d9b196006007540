package pruefstand.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.metric.Metric;
import pruefstand.text.Slug;

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

    /** Parameters of the model. */
    record Parameters() implements Column {
    }

    /**
     * The rank by a metric; models that cannot be told apart share one.
     *
     * @param by which column's numbers
     */
    record Rank(OfMetric by) implements Column {
    }

    /**
     * A figure over several tasks.
     *
     * @param figure which
     * @param language of the tasks
     * @param tasks names of the tasks
     */
    record Overall(Figure figure, String language, List<String> tasks) implements Column {

        public Overall {
            tasks = List.copyOf(tasks);
        }
    }

    /** What can be said of a model over several tasks. */
    enum Figure { RANK, BORDA, MEAN, MEAN_OF_KINDS }

    /** Tells the column from every other of the site, in addresses and files. */
    default String id() {
        return switch (this) {
            case OfMetric(var task, var metric, var length, var host) -> metric.id() + "." + Slug.of(task)
                    + (length.isPresent() ? "." + length.getAsInt() : "") + host.map(name -> "." + Slug.of(name)).orElse("");
            case Memory(var task, var host) -> "memory." + Slug.of(task) + "." + Slug.of(host);
            case Size _ -> "size";
            case Dimension _ -> "dimension";
            case Parameters _ -> "parameters";
            case Rank(var by) -> "rank." + by.id();
            case Overall(var figure, var language, var _) -> "overall." + figure.name().toLowerCase(Locale.ROOT) + "." + language;
        };
    }
}
