package pruefstand.task.pairs;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import pruefstand.engine.Engine;
import pruefstand.metric.AveragePrecision;
import pruefstand.metric.BestCut;
import pruefstand.metric.Metric;
import pruefstand.metric.Similarity;
import pruefstand.metric.Statistic;
import pruefstand.model.Prompts;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.Embeddings;
import pruefstand.task.Estimates;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;
import pruefstand.task.PlacedText;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.VectorTask;

/**
 * Orders pairs by how alike a model finds their texts, and looks how far those that mean the same come first, by MTEB's protocol:
 * each measure for cosine, dot product, Manhattan and Euclidean distance, the best of the four is what counts. The task is
 * symmetric: the model's query prompt comes before both texts.
 */
public final class PairClassificationEvaluator implements Evaluator {


    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        List<DataItem<LabelledPair>> pairs = read(task);
        List<PlacedText> texts = pairs.stream()
                .flatMap(pair -> PlacedText.pair(prompts.query(), pair.value().sentence1(), pair.value().sentence2(),
                        pair.place())).toList();
        return VectorTask.run(engine, texts, progress, vectors -> outcome(pairs, scores(vectors),
                VectorTask.settings(engine, vectors, pairs.size(),
                        Map.of("sentence1", prompts.query(), "sentence2", prompts.query()))));
    }

    @Override
    public ItemScores scores(KeptItems items) {
        List<PairItem> kept = items.read(PairItem.class);
        Map<Similarity, double[]> scores = new EnumMap<>(Similarity.class);
        for (Similarity similarity : Similarity.values()) {
            scores.put(similarity, kept.stream().mapToDouble(item -> item.score(similarity)).toArray());
        }
        boolean[] alike = new boolean[kept.size()];
        IntStream.range(0, alike.length).forEach(i -> alike[i] = kept.get(i).label());
        return ItemScores.of(alike.length, statistics(alike, scores));
    }

    private static List<DataItem<LabelledPair>> read(Task task) {
        List<DataItem<LabelledPair>> pairs = task.test().readItems(LabelledPair.class);
        if (pairs.stream().map(pair -> pair.value().label()).distinct().count() < 2) {
            throw new DataException(task.test().name() + ": all pairs have label " + pairs.getFirst().value().label()
                    + "; expected both 0 and 1");
        }
        return pairs;
    }

    private static Map<Similarity, double[]> scores(Embeddings vectors) {
        Map<Similarity, double[]> scores = new EnumMap<>(Similarity.class);
        for (Similarity similarity : Similarity.values()) {
            scores.put(similarity, IntStream.range(0, vectors.all().size() / 2)
                    .mapToDouble(i -> similarity.of(vectors.vector(2 * i), vectors.vector(2 * i + 1))).toArray());
        }
        return scores;
    }

    private static Outcome outcome(List<DataItem<LabelledPair>> pairs, Map<Similarity, double[]> scores,
            Map<String, Object> settings) {
        boolean[] alike = new boolean[pairs.size()];
        IntStream.range(0, alike.length).forEach(i -> alike[i] = pairs.get(i).value().label() == 1);
        Estimates estimates = new Estimates(alike.length).addAll(statistics(alike, scores));
        return Evaluation.of(estimates.all(), settings, items(alike, scores));
    }

    private static SequencedMap<Metric, Statistic> statistics(boolean[] alike, Map<Similarity, double[]> scores) {
        SequencedMap<Metric, Statistic> all = new LinkedHashMap<>();
        all.put(Metric.MAX_AP, best(scores, of -> new AveragePrecision(of, alike)));
        all.put(Metric.COSINE_AP, new AveragePrecision(scores.get(Similarity.COSINE), alike));
        all.put(Metric.MAX_F1, best(scores, of -> new BestCut(BestCut.Goal.F1, of, alike)));
        all.put(Metric.MAX_ACCURACY, best(scores, of -> new BestCut(BestCut.Goal.ACCURACY, of, alike)));
        return all;
    }

    /** The largest of a statistic over the similarities. */
    private static Statistic best(Map<Similarity, double[]> scores, Function<double[], Statistic> statistic) {
        List<Statistic> each = scores.values().stream().map(statistic).toList();
        return drawn -> each.stream().map(one -> one.of(drawn)).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).max();
    }

    private static List<PairItem> items(boolean[] alike, Map<Similarity, double[]> scores) {
        return IntStream.range(0, alike.length).mapToObj(i -> new PairItem(i, alike[i],
                (float) scores.get(Similarity.COSINE)[i], (float) scores.get(Similarity.DOT)[i],
                (float) scores.get(Similarity.MANHATTAN)[i], (float) scores.get(Similarity.EUCLIDEAN)[i])).toList();
    }
}
