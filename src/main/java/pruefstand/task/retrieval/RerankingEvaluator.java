package pruefstand.task.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.DocumentSearch;
import pruefstand.engine.Engine;
import pruefstand.engine.FoundDocument;
import pruefstand.engine.Reranker;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Metric;
import pruefstand.metric.Ranking;
import pruefstand.metric.Similarity;
import pruefstand.model.Prompts;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.Embeddings;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;
import pruefstand.task.PlacedText;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.VectorTask;
import pruefstand.vector.TopK;

/**
 * Orders given texts for a query: a cross-encoder or a word search by its scores, an encoder by cosine; judged by MTEB's protocol. Of
 * equal scores (as float) a text that does not answer comes first, among its like the later one. Queries with nothing that answers,
 * or nothing else, are left out.
 */
public final class RerankingEvaluator implements Evaluator {

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        List<DataItem<Candidates>> queries = read(task);
        return engine.reranker().map(reranker -> withReranker(reranker, queries, progress))
                .or(() -> engine.documents().map(search -> withWords(search, queries, task.definition(), progress)))
                .orElseGet(() -> withVectors(queries, prompts, engine, progress));
    }

    @Override
    public ItemScores scores(KeptItems items) {
        return Rankings.scores(items);
    }

    private static List<DataItem<Candidates>> read(Task task) {
        List<DataItem<Candidates>> queries = task.test().readItems(Candidates.class).stream()
                .filter(query -> query.value().isUsable()).toList();
        if (queries.isEmpty()) {
            throw new DataException(task.test().name() + ": no query has both positive and negative texts");
        }
        return queries;
    }

    private static Outcome withReranker(Reranker reranker, List<DataItem<Candidates>> queries, Progress progress) {
        List<Ranking> found = new ArrayList<>();
        for (DataItem<Candidates> query : queries) {
            progress.at(found.size(), queries.size());
            double[] scores = reranker.rerank(query.value().query(), query.value().all());
            if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
                return new Outcome.Invalid("the model gave a score that is not finite for " + query.place());
            }
            found.add(ranking(query.value(), scores));
        }
        progress.at(found.size(), queries.size());
        return outcome(found, new TreeMap<>(Map.of("items", queries.size(), "max_input_tokens", reranker.maxInputTokens(),
                "seed", Bootstrap.DEFAULT.seed(), "resamples", Bootstrap.DEFAULT.resamples())));
    }

    /** The collection whose words are counted is all texts of all queries, as MTEB's BM25 has it. */
    private static Outcome withWords(DocumentSearch search, List<DataItem<Candidates>> queries, TaskDefinition task, Progress progress) {
        List<Ranking> found = new ArrayList<>();
        List<pruefstand.engine.Document> documents = IntStream.range(0, queries.size()).boxed()
                .flatMap(query -> documents(query, queries.get(query).value().all())).toList();
        try (WordIndex index = WordIndex.of(search, documents, task)) {
            for (DataItem<Candidates> query : queries) {
                progress.at(found.size(), queries.size());
                Map<String, Double> scores = index.index().search(query.value().query(), documents.size()).stream()
                        .collect(Collectors.toMap(FoundDocument::id, FoundDocument::score));
                found.add(ranking(query.value(), documents(found.size(), query.value().all())
                        .mapToDouble(document -> scores.get(document.id())).toArray()));
            }
        }
        progress.at(found.size(), queries.size());
        return outcome(found, WordIndex.settings(queries.size(), task));
    }

    private static Stream<pruefstand.engine.Document> documents(int query, List<String> texts) {
        return IntStream.range(0, texts.size()).mapToObj(i -> new pruefstand.engine.Document(query + ":" + i, texts.get(i)));
    }

    private static Outcome withVectors(List<DataItem<Candidates>> queries, Prompts prompts, Engine engine, Progress progress) {
        List<PlacedText> texts = queries.stream().flatMap(query -> texts(query, prompts)).toList();
        return VectorTask.run(engine, texts, progress, vectors -> outcome(byCosine(queries, vectors),
                VectorTask.settings(engine, vectors, queries.size(),
                        Map.of("query", prompts.query(), "document", prompts.document()))));
    }

    private static Stream<PlacedText> texts(DataItem<Candidates> query, Prompts prompts) {
        return Stream.concat(Stream.of(new PlacedText(prompts.query() + query.value().query(), query.place())),
                query.value().all().stream().map(text -> new PlacedText(prompts.document() + text, query.place())));
    }

    private static List<Ranking> byCosine(List<DataItem<Candidates>> queries, Embeddings vectors) {
        List<Ranking> found = new ArrayList<>();
        int next = 0;
        for (DataItem<Candidates> query : queries) {
            float[] vector = vectors.vector(next);
            int first = next + 1;
            double[] scores = IntStream.range(0, query.value().all().size())
                    .mapToDouble(i -> Similarity.COSINE.of(vector, vectors.vector(first + i))).toArray();
            found.add(ranking(query.value(), scores));
            next = first + scores.length;
        }
        return found;
    }

    /** Texts that answer have the lower numbers, so that they lose where scores are equal. */
    private static Ranking ranking(Candidates candidates, double[] scores) {
        TopK best = new TopK(Math.min(Rankings.DEPTH, scores.length));
        IntStream.range(0, scores.length).forEach(i -> best.add((float) scores[i], i));
        int positives = candidates.positive().size();
        int[] ideal = Collections.nCopies(positives, 1).stream().mapToInt(Integer::intValue).toArray();
        return new Ranking(Arrays.stream(best.take()).map(i -> i < positives ? 1 : 0).toArray(), ideal);
    }

    private static Outcome outcome(List<Ranking> found, Map<String, Object> settings) {
        List<String> numbers = IntStream.range(0, found.size()).mapToObj(Integer::toString).toList();
        return Rankings.of(numbers, found).outcome(Metric.MAP_AT_1000, settings);
    }
}
