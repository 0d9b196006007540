package pruefstand.task.retrieval;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.DataSet;

/**
 * Which documents answer which queries, and how well.
 *
 * @param byQuery gains of documents, by the ids of query and document
 */
record Judgements(Map<String, Map<String, Integer>> byQuery) {

    /**
     * Reads {@code query-id}, {@code corpus-id} and {@code score}.
     *
     * @param queries ids that there are; likewise the documents
     * @throws DataException naming the line that is no judgement, names an unknown id, or stands there twice
     */
    static Judgements read(DataSet data, Set<String> queries, Set<String> documents) {
        Map<String, Map<String, Integer>> byQuery = new HashMap<>();
        for (DataItem<Judgement> item : data.readItems(Judgement.class)) {
            Judgement judgement = item.value();
            known("query", judgement.queryId(), queries, item.place());
            known("document", judgement.corpusId(), documents, item.place());
            Integer before = byQuery.computeIfAbsent(judgement.queryId(), _ -> new HashMap<>())
                    .put(judgement.corpusId(), (int) judgement.score());
            if (before != null) {
                throw new DataException(item.place() + ": query '" + judgement.queryId() + "' and document '" + judgement.corpusId()
                        + "' stand there twice");
            }
        }
        return new Judgements(byQuery);
    }

    private static void known(String what, String id, Set<String> ids, String place) {
        if (!ids.contains(id)) {
            throw new DataException(place + ": there is no " + what + " '" + id + "'");
        }
    }

    /** What a document is worth to a query; 0 where nobody judged it. */
    int gain(String query, String document) {
        return byQuery.getOrDefault(query, Map.of()).getOrDefault(document, 0);
    }

    /** The gains above 0 of all that answers a query. */
    int[] ideal(String query) {
        return byQuery.getOrDefault(query, Map.of()).values().stream().mapToInt(Integer::intValue).filter(gain -> gain > 0).toArray();
    }
}
