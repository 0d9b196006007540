package pruefstand.task.clustering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pruefstand.engine.Embedding;
import pruefstand.engine.Engine;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Mean;
import pruefstand.metric.Metric;
import pruefstand.model.Prompts;
import pruefstand.task.DataException;
import pruefstand.task.DataItem;
import pruefstand.task.Embeddings;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
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
            settings.put("draws", Clusterings.DRAWS);
            settings.put("rows_per_draw", Clusterings.ROWS);
            return outcome(cluster(vectors, labels.numbers(items), labels.names().size()), labels.names(), settings);
        });
    }

    @Override
    public ItemScores scores(KeptItems items) {
        return Clusterings.of(items.read(ClusteringItem.class)).scores();
    }

    private static Clusterings cluster(Embeddings vectors, int[] labels, int clusters) {
        List<int[]> rows = Clusterings.rows(labels.length);
        return new Clusterings(labels, rows.parallelStream().map(drawn -> cluster(drawn, vectors, clusters)).toList());
    }

    private static int[] cluster(int[] rows, Embeddings vectors, int clusters) {
        Centroids centroids = MiniBatchKMeans.fit(IntStream.of(rows).mapToObj(vectors::vector).toList(), clusters, Clusterings.SEED);
        return centroids.nearest(VectorBlock.divide(vectors.all().stream().map(Embedding::vector).toList())).centroids();
    }

    private static Outcome outcome(Clusterings found, List<String> names, Map<String, Object> settings) {
        SequencedMap<Metric, Estimate> estimates = new LinkedHashMap<>();
        estimates.put(Metric.V_MEASURE, overDraws(Metric.V_MEASURE, found.assigned().size(), found.vMeasure()));
        estimates.put(Metric.AMI, overDraws(Metric.AMI, found.assigned().size(), found.adjustedMutualInformation()));
        return Evaluation.of(estimates, settings, found.items(names));
    }

    private static Estimate overDraws(Metric metric, int draws, Mean mean) {
        return Estimate.of(metric, mean.value().orElseThrow(), draws, Bootstrap.DEFAULT.overBlocks("draws", draws, mean));
    }
}
