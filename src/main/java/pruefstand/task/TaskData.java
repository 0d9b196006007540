package pruefstand.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The files of a task, relative to the task file.
 *
 * @param text plain text (perplexity, kld)
 * @param train JSON Lines to learn from (classification), or to take examples from (multiple-choice, cloze, generation)
 * @param test JSON Lines (kinds with items)
 * @param corpus JSON Lines of documents (retrieval)
 * @param queries JSON Lines of queries (retrieval)
 * @param qrels tab-separated judgements (retrieval)
 */
public record TaskData(Optional<String> text, Optional<String> train, Optional<String> test, Optional<String> corpus,
        Optional<String> queries, Optional<String> qrels) {

    static final TaskData NONE = new TaskData(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());

    /** A text alone. */
    public static TaskData ofText(String name) {
        return new TaskData(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Items alone. */
    public static TaskData ofItems(String name) {
        return new TaskData(Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Every file that a task can have, by its key, in a fixed order. */
    SequencedMap<String, Optional<String>> byKey() {
        SequencedMap<String, Optional<String>> files = new LinkedHashMap<>();
        files.put("text", text);
        files.put("train", train);
        files.put("test", test);
        files.put("corpus", corpus);
        files.put("queries", queries);
        files.put("qrels", qrels);
        return files;
    }

    /** The files that it has, in that order. */
    List<String> all() {
        return byKey().values().stream().flatMap(Optional::stream).toList();
    }
}
