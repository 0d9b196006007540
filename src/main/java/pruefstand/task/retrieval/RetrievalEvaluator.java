package pruefstand.task.retrieval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.DocumentSearch;
import pruefstand.engine.Engine;
import pruefstand.metric.Metric;
import pruefstand.metric.Ranking;
import pruefstand.model.Prompts;
import pruefstand.task.DataItem;
import pruefstand.task.Embeddings;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;
import pruefstand.task.PlacedText;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.VectorTask;
import pruefstand.vector.CosineSearch;

/**
 * Looks for the documents that answer queries, by the cosine of every query with every document, or as a word search scores them, and
 * judges the order by MTEB's protocol: the 1000 best, of equal scores (as float) those with the larger id by its bytes.
 */
public final class RetrievalEvaluator implements Evaluator {

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        RetrievalData data = RetrievalData.read(task);
        return engine.documents().map(search -> byWords(search, task, data, progress))
                .orElseGet(() -> byVectors(data, prompts, engine, progress));
    }

    private static Outcome byWords(DocumentSearch search, Task task, RetrievalData data, Progress progress) {
        List<Ranking> found = new ArrayList<>();
        try (WordIndex index = WordIndex.of(search, data, task.definition())) {
            for (DataItem<Query> query : data.queries()) {
                progress.at(found.size(), data.queries().size());
                found.add(WordIndex.judged(data, query.value(), index.search(query.value(), Rankings.DEPTH)));
            }
        }
        progress.at(found.size(), found.size());
        return Rankings.of(data.queryIds(), found)
                .outcome(Metric.NDCG_AT_10, WordIndex.settings(found.size(), task.definition()));
    }

    private static Outcome byVectors(RetrievalData data, Prompts prompts, Engine engine, Progress progress) {
        List<PlacedText> texts = Stream.concat(
                data.queries().stream().map(query -> new PlacedText(prompts.query() + query.value().text(), query.place())),
                data.corpus().stream().map(document -> new PlacedText(prompts.document() + document.value().content(),
                        document.place()))).toList();
        return VectorTask.run(engine, texts, progress, vectors -> search(data, vectors).outcome(Metric.NDCG_AT_10,
                VectorTask.settings(engine, vectors, data.queries().size(),
                        Map.of("query", prompts.query(), "document", prompts.document()))));
    }

    @Override
    public ItemScores scores(KeptItems items) {
        return Rankings.scores(items);
    }

    private static Rankings search(RetrievalData data, Embeddings vectors) {
        int[] byId = documentsById(data);
        List<String> queries = data.queryIds();
        int[][] best = new CosineSearch(place -> vectors.vector(queries.size() + byId[place]), byId.length, Rankings.DEPTH)
                .nearest(IntStream.range(0, queries.size()).mapToObj(vectors::vector).toList());
        List<Ranking> found = IntStream.range(0, queries.size())
                .mapToObj(query -> ranking(data, queries.get(query), best[query], byId)).toList();
        return Rankings.of(queries, found);
    }

    /** The documents in the order of their ids, as bytes. */
    private static int[] documentsById(RetrievalData data) {
        List<byte[]> ids = data.corpus().stream().map(document -> document.value()._id().getBytes(StandardCharsets.UTF_8)).toList();
        return IntStream.range(0, ids.size()).boxed().sorted(Comparator.comparing(ids::get, Arrays::compareUnsigned))
                .mapToInt(Integer::intValue).toArray();
    }

    private static Ranking ranking(RetrievalData data, String query, int[] found, int[] byId) {
        int[] gains = Arrays.stream(found)
                .map(place -> data.judgements().gain(query, data.corpus().get(byId[place]).value()._id())).toArray();
        return new Ranking(gains, data.judgements().ideal(query));
    }
}
