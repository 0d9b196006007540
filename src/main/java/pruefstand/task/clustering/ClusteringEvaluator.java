package pruefstand.task.clustering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import pruefstand.engine.Embedding;
import pruefstand.engine.Engine;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Mean;
import pruefstand.metric.MersenneTwister;
import pruefstand.metric.Metric;
import pruefstand.metric.Partition;
import pruefstand.model.Prompts;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.Embeddings;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.LabelledText;
import pruefstand.task.Labels;
import pruefstand.task.Outcome;
import pruefstand.task.PlacedText;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.VectorTask;
import pruefstand.vector.VectorBlock;

/**
 * Lets vectors fall into as many clusters as there are classes and looks how far the two agree, by MTEB's protocol: ten times over
 * rows drawn with replacement as Python's {@code random.Random(42)} draws them. The clusterings themselves agree with
 * scikit-learn's in their spread only.
 */
public final class ClusteringEvaluator implements Evaluator {

    private static final int DRAWS = 10;
    private static final int ROWS = 16_384;
    private static final int SEED = 42;

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        List<DataItem<LabelledText>> items = task.test().readItems(LabelledText.class);
        Labels labels = new Labels(items);
        if (labels.names().size() < 2) {
            throw new DataException(task.test().name() + ": all texts have the label '" + labels.names().getFirst()
                    + "'; expected at least two");
        }
        List<PlacedText> texts = items.stream()
                .map(item -> new PlacedText(prompts.query() + item.value().text(), "text in " + item.place())).toList();
        return VectorTask.run(engine, texts, progress, vectors -> {
            Map<String, Object> settings = new TreeMap<>(
                    VectorTask.settings(engine, vectors, items.size(), Map.of("text", prompts.query())));
            settings.put("clusters", labels.names().size());
            settings.put("draws", DRAWS);
            settings.put("rows_per_draw", ROWS);
            return outcome(draws(vectors, labels.numbers(items), labels.names().size()), settings);
        });
    }

    private static List<ClusteringItem> draws(Embeddings vectors, int[] labels, int clusters) {
        MersenneTwister random = MersenneTwister.ofPython(SEED);
        List<int[]> rows = IntStream.range(0, DRAWS).mapToObj(_ -> random.choices(labels.length, ROWS)).toList();
        return IntStream.range(0, DRAWS).parallel().mapToObj(draw -> draw(draw, rows.get(draw), vectors, labels, clusters)).toList();
    }

    private static ClusteringItem draw(int number, int[] rows, Embeddings vectors, int[] labels, int clusters) {
        Centroids centroids = MiniBatchKMeans.fit(IntStream.of(rows).mapToObj(vectors::vector).toList(), clusters, SEED);
        int[] nearest = centroids.nearest(VectorBlock.divide(vectors.all().stream().map(Embedding::vector).toList())).centroids();
        Partition partition = Partition.of(IntStream.of(rows).map(row -> labels[row]).toArray(),
                IntStream.of(rows).map(row -> nearest[row]).toArray(), clusters, clusters);
        return new ClusteringItem(number, partition.vMeasure().orElseThrow(), partition.adjustedMutualInformation().orElseThrow());
    }

    private static Outcome outcome(List<ClusteringItem> draws, Map<String, Object> settings) {
        SequencedMap<Metric, Estimate> estimates = new LinkedHashMap<>();
        estimates.put(Metric.V_MEASURE, mean(Metric.V_MEASURE, draws, ClusteringItem::vMeasure));
        estimates.put(Metric.AMI, mean(Metric.AMI, draws, ClusteringItem::ami));
        return Evaluation.of(estimates, settings, draws);
    }

    private static Estimate mean(Metric metric, List<ClusteringItem> draws, ToDoubleFunction<ClusteringItem> value) {
        Mean mean = new Mean(draws.stream().mapToDouble(value).toArray());
        return Estimate.of(metric, mean.value().orElseThrow(), draws.size(),
                Bootstrap.DEFAULT.overBlocks("draws", draws.size(), mean));
    }
}
