package pruefstand.task.retrieval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pruefstand.engine.DocumentIndex;
import pruefstand.engine.DocumentSearch;
import pruefstand.engine.FoundDocument;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Ranking;
import pruefstand.task.TaskDefinition;

/** The documents of a task, searched by their words in the task's language. */
record WordIndex(DocumentIndex index) implements AutoCloseable {

    static WordIndex of(DocumentSearch search, RetrievalData data, TaskDefinition task) {
        return of(search, data.corpus().stream()
                .map(document -> new pruefstand.engine.Document(document.value()._id(), document.value().content())).toList(), task);
    }

    static WordIndex of(DocumentSearch search, List<pruefstand.engine.Document> documents, TaskDefinition task) {
        return new WordIndex(search.index(documents, language(task)));
    }

    /** Ids of the best documents, best first; of equal scores (as float) the larger id first. */
    List<String> search(Query query, int count) {
        return index.search(query.text(), count).stream().map(FoundDocument::id).toList();
    }

    static Ranking judged(RetrievalData data, Query query, List<String> found) {
        return new Ranking(found.stream().mapToInt(document -> data.judgements().gain(query._id(), document)).toArray(),
                data.judgements().ideal(query._id()));
    }

    static Map<String, Object> settings(int items, TaskDefinition task) {
        return new TreeMap<>(Map.of("items", items, "analysis", language(task).orElse("any"), "seed", Bootstrap.DEFAULT.seed(),
                "resamples", Bootstrap.DEFAULT.resamples()));
    }

    /** Texts of several languages are cut as those of none. */
    private static Optional<String> language(TaskDefinition task) {
        List<String> languages = task.languages().stream().map(tag -> Locale.forLanguageTag(tag).getLanguage()).distinct().toList();
        return languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty();
    }

    @Override
    public void close() {
        index.close();
    }
}
