package pruefstand.task.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.Task;

/**
 * A corpus, what is looked for in it, and what answers it.
 *
 * @param corpus all documents
 * @param queries those that something answers
 * @param judgements of the documents
 */
record RetrievalData(List<DataItem<Document>> corpus, List<DataItem<Query>> queries, Judgements judgements) {

    /** @throws DataException naming file and line of what cannot be used */
    static RetrievalData read(Task task) {
        List<DataItem<Document>> corpus = task.corpus().readItems(Document.class);
        List<DataItem<Query>> queries = task.queries().readItems(Query.class);
        Judgements judgements = Judgements.read(task.qrels(), ids(queries, Query::_id), ids(corpus, Document::_id));
        List<DataItem<Query>> answered = queries.stream()
                .filter(query -> judgements.ideal(query.value()._id()).length > 0).toList();
        if (answered.isEmpty()) {
            throw new DataException(task.qrels().name() + ": no query has a document with a score above 0");
        }
        return new RetrievalData(corpus, answered, judgements);
    }

    /** Ids of its queries, in their order. */
    List<String> queryIds() {
        return queries.stream().map(query -> query.value()._id()).toList();
    }

    private static <T> Set<String> ids(List<DataItem<T>> items, Function<T, String> id) {
        Set<String> ids = new HashSet<>();
        for (DataItem<T> item : items) {
            if (!ids.add(id.apply(item.value()))) {
                throw new DataException(item.place() + ": _id '" + id.apply(item.value()) + "' stands there twice");
            }
        }
        return ids;
    }
}
