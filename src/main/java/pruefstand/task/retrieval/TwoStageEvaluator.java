package pruefstand.task.retrieval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.Ability;
import pruefstand.engine.DocumentSearch;
import pruefstand.engine.Engine;
import pruefstand.engine.Reranker;
import pruefstand.metric.Estimate;
import pruefstand.metric.Mean;
import pruefstand.metric.Metric;
import pruefstand.metric.Ranking;
import pruefstand.task.DataItem;
import pruefstand.task.Estimates;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;

/**
 * What a cross-encoder adds to a word search: it reads the first k documents found and puts them in the order of its scores; of equal
 * scores (as float) the larger id (by its bytes) first. Behind them the others stay as they were found. A document is read once,
 * whatever the k, and the time that it takes is what all k share.
 */
public final class TwoStageEvaluator {

    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private final LongSupplier nanos;

    TwoStageEvaluator(LongSupplier nanos) {
        this.nanos = nanos;
    }

    public TwoStageEvaluator() {
        this(System::nanoTime);
    }

    /**
     * Searches, then reranks. The first documents are read once more before all, which is not counted.
     *
     * @param first searches by words
     * @throws pruefstand.task.DataException if the task's data cannot be used
     */
    public Outcome evaluate(Task task, Engine first, Engine engine, Progress progress) {
        DocumentSearch search = first.documents().orElseThrow(() -> new IllegalArgumentException("the first stage cannot search"));
        if (engine.reranker().isEmpty()) {
            return Outcome.Unsuitable.because("the model gives no scores of documents", engine, Ability.RERANKING);
        }
        RetrievalData data = RetrievalData.read(task);
        List<RankingItem> items = new ArrayList<>();
        try (WordIndex index = WordIndex.of(search, data, task.definition())) {
            Reading reading = new Reading(data, engine.reranker().get(), sizes(task, data));
            reading.warmUp(index);
            for (DataItem<Query> query : data.queries()) {
                progress.at(items.size(), data.queries().size());
                Optional<RankingItem> item = reading.item(query.value(), index.search(query.value(), Rankings.DEPTH));
                if (item.isEmpty()) {
                    return new Outcome.Invalid("the model gave a score that is not finite for " + query.place());
                }
                items.add(item.get());
            }
        }
        progress.at(items.size(), items.size());
        Map<String, Object> settings = WordIndex.settings(items.size(), task.definition());
        settings.put("max_input_tokens", engine.reranker().get().maxInputTokens());
        settings.put("first_stage", first.artifact().file());
        return new Rankings(items).outcome(Metric.NDCG_AT_10, withStages(settings, items));
    }

    /** How many documents are read, ascending; no more than there are. */
    private static List<Integer> sizes(Task task, RetrievalData data) {
        return task.definition().rerank().orElseThrow().stream().map(k -> Math.min(k, Math.min(data.corpus().size(), Rankings.DEPTH)))
                .distinct().sorted().toList();
    }

    private static Map<String, Object> withStages(Map<String, Object> settings, List<RankingItem> items) {
        List<Stages.Stage> stages = items.getFirst().stages().orElseThrow().reranked();
        settings.put("first_stage_ndcg_at_10", mean(items, item -> item.stages().orElseThrow().found(item.ideal())));
        settings.put("reranked", stages.get(items.getFirst().stages().orElseThrow().main()).k());
        settings.put("stages", IntStream.range(0, stages.size()).mapToObj(i -> stage(i, stages.get(i).k(), items)).toList());
        return settings;
    }

    private static Map<String, Object> stage(int place, int k, List<RankingItem> items) {
        double[] gained = items.stream().mapToDouble(item -> item.stages().orElseThrow().reranked(place, item.ideal())
                - item.stages().orElseThrow().found(item.ideal())).toArray();
        Estimate estimate = new Estimates(items.size()).add(Metric.NDCG_AT_10_GAINED, new Mean(gained)).all()
                .get(Metric.NDCG_AT_10_GAINED);
        Map<String, Object> stage = new LinkedHashMap<>();
        stage.put("k", k);
        stage.put("ndcg_at_10", mean(items, item -> item.stages().orElseThrow().reranked(place, item.ideal())));
        stage.put("gained", estimate.value());
        estimate.low().ifPresent(low -> stage.put("gained_low", low));
        estimate.high().ifPresent(high -> stage.put("gained_high", high));
        stage.put("added_milliseconds", mean(items, item -> item.stages().orElseThrow().reranked().get(place).milliseconds()));
        return stage;
    }

    private static double mean(List<RankingItem> items, ToDoubleFunction<RankingItem> value) {
        return new Mean(items.stream().mapToDouble(value).toArray()).value().orElseThrow();
    }

    /** Has the reranker read what was found, slice by slice. */
    private final class Reading {
        private final RetrievalData data;
        private final Map<String, String> texts;
        private final Reranker reranker;
        private final List<Integer> sizes;

        Reading(RetrievalData data, Reranker reranker, List<Integer> sizes) {
            this.data = data;
            this.texts = data.corpus().stream().map(DataItem::value).collect(Collectors.toMap(Document::_id, Document::content));
            this.reranker = reranker;
            this.sizes = sizes;
        }

        void warmUp(WordIndex index) {
            Query query = data.queries().getFirst().value();
            scores(query, index.search(query, sizes.getFirst()));
        }

        /** Empty where a score is not finite. */
        Optional<RankingItem> item(Query query, List<String> found) {
            List<Scored> read = new ArrayList<>();
            List<Stages.Stage> stages = new ArrayList<>();
            long spent = 0;
            Ranking ranking = WordIndex.judged(data, query, found);
            int[] first = RankingItem.upToTheLast(ranking.gains());
            for (int k : sizes) {
                List<String> slice = found.subList(read.size(), k);
                long start = nanos.getAsLong();
                double[] scores = scores(query, slice);
                spent += nanos.getAsLong() - start;
                if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
                    return Optional.empty();
                }
                IntStream.range(0, scores.length).forEach(i -> read.add(Scored.of(slice.get(i), scores[i])));
                Ranking reranked = WordIndex.judged(data, query, reordered(read, found));
                stages.add(new Stages.Stage(k, RankingItem.upToTheLast(reranked.gains()), spent / NANOS_IN_A_MILLISECOND));
            }
            Stages all = new Stages(first, stages);
            return Optional.of(new RankingItem(query._id(), stages.get(all.main()).gains(), ranking.ideal(), Optional.of(all)));
        }

        private double[] scores(Query query, List<String> documents) {
            return reranker.rerank(query.text(), documents.stream().map(texts::get).toList());
        }
    }

    private static List<String> reordered(List<Scored> read, List<String> found) {
        return Stream.concat(read.stream().sorted(Scored.BEST_FIRST).map(Scored::document),
                found.subList(read.size(), found.size()).stream()).toList();
    }

    private record Scored(String document, float score) {
        static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
                .thenComparing(scored -> scored.document().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned).reversed();

        /** Adding 0 makes the two zeros one. */
        static Scored of(String document, double score) {
            return new Scored(document, (float) score + 0f);
        }
    }
}
