package pruefstand.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The data of a task, by the key that a task file gives them; {@code docs/tasks.md} says what files may hold.
 *
 * @param text a text (perplexity, kld)
 * @param train items to learn from (classification), or to take examples from (multiple-choice, cloze, generation)
 * @param test items (kinds with items)
 * @param corpus documents (retrieval)
 * @param queries queries (retrieval)
 * @param qrels judgements (retrieval)
 * @param prompts what is asked (speed, from end to end)
 */
public record TaskData(Optional<DataSource> text, Optional<DataSource> train, Optional<DataSource> test, Optional<DataSource> corpus,
        Optional<DataSource> queries, Optional<DataSource> qrels, Optional<DataSource> prompts) {

    static final TaskData NONE = new TaskData(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());

    /** A text alone. */
    public static TaskData ofText(String name) {
        return new TaskData(Optional.of(DataSource.valueOf(name)), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Items alone. */
    public static TaskData ofItems(String name) {
        return new TaskData(Optional.empty(), Optional.empty(), Optional.of(DataSource.valueOf(name)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Every file that a task can have, by its key, in a fixed order. */
    SequencedMap<String, Optional<DataSource>> byKey() {
        SequencedMap<String, Optional<DataSource>> files = new LinkedHashMap<>();
        files.put("text", text);
        files.put("train", train);
        files.put("test", test);
        files.put("corpus", corpus);
        files.put("queries", queries);
        files.put("qrels", qrels);
        files.put("prompts", prompts);
        return files;
    }

    /** The files that it has, in that order. */
    List<DataSource> all() {
        return byKey().values().stream().flatMap(Optional::stream).toList();
    }
}
