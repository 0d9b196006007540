package pruefstand.task.bitext;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import pruefstand.engine.Engine;
import pruefstand.metric.Mean;
import pruefstand.metric.Metric;
import pruefstand.metric.Statistic;
import pruefstand.model.Prompts;
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
import pruefstand.vector.CosineSearch;

/**
 * Looks for each sentence's translation by the largest cosine among all second sentences, of equals the first, by MTEB's protocol.
 * Rows are classes: a row's precision is 1 / how many sentences chose it where it found itself, its recall 1 then, its F1
 * {@code 2 / (1 + how many)}, all else 0; each measure is the mean over the rows.
 */
public final class BitextEvaluator implements Evaluator {

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        List<DataItem<SentencePair>> pairs = task.test().readItems(SentencePair.class);
        List<PlacedText> texts = pairs.stream()
                .flatMap(pair -> PlacedText.pair(prompts.query(), pair.value().sentence1(), pair.value().sentence2(),
                        pair.place())).toList();
        return VectorTask.run(engine, texts, progress, vectors -> outcome(nearest(vectors),
                VectorTask.settings(engine, vectors, pairs.size(),
                        Map.of("sentence1", prompts.query(), "sentence2", prompts.query()))));
    }

    @Override
    public ItemScores scores(KeptItems items) {
        int[] found = items.read(BitextItem.class).stream().mapToInt(BitextItem::found).toArray();
        return ItemScores.of(found.length, statistics(found));
    }

    /** For each first sentence the second one with the largest cosine; numbered from the end, so that of equals the first wins. */
    private static int[] nearest(Embeddings vectors) {
        int pairs = vectors.all().size() / 2;
        CosineSearch search = new CosineSearch(number -> vectors.vector(2 * (pairs - 1 - number) + 1), pairs, 1);
        return Arrays.stream(search.nearest(IntStream.range(0, pairs).mapToObj(i -> vectors.vector(2 * i)).toList()))
                .mapToInt(found -> pairs - 1 - found[0]).toArray();
    }

    private static Outcome outcome(int[] found, Map<String, Object> settings) {
        return Evaluation.of(new Estimates(found.length).addAll(statistics(found)).all(), settings,
                IntStream.range(0, found.length).mapToObj(i -> new BitextItem(i, found[i])).toList());
    }

    private static SequencedMap<Metric, Statistic> statistics(int[] found) {
        int[] chosen = new int[found.length];
        for (int row : found) {
            chosen[row]++;
        }
        double[] right = new double[found.length];
        double[] precision = new double[found.length];
        double[] f1 = new double[found.length];
        for (int row = 0; row < found.length; row++) {
            right[row] = found[row] == row ? 1 : 0;
            precision[row] = right[row] / Math.max(1, chosen[row]);
            f1[row] = right[row] * 2 / (1 + chosen[row]);
        }
        SequencedMap<Metric, Statistic> all = new LinkedHashMap<>();
        all.put(Metric.F1, new Mean(f1));
        all.put(Metric.PRECISION, new Mean(precision));
        all.put(Metric.RECALL, new Mean(right));
        all.put(Metric.ACCURACY, new Mean(right));
        return all;
    }
}
