package pruefstand.task.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Encoder;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.metric.Partition;
import pruefstand.model.Prompts;
import pruefstand.task.DataItem;
import pruefstand.task.Evaluation;
import pruefstand.task.LabelledText;
import pruefstand.task.Labels;
import pruefstand.task.Progress;
import pruefstand.task.Reference;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.vector.VectorBlock;

/** Agrees with scikit-learn: what involves no chance to the last digits, the rest within its spread over seeds. */
class ClusteringReferenceTest {

    private static final String TASK = "clustering/sib200-de";
    private static final int CLUSTERS = 7;

    @TempDir
    private Path folder;

    @Test
    void liesWithinTheSpreadOverSeeds() {
        Evaluation evaluation = assertInstanceOf(Evaluation.class, new ClusteringEvaluator().evaluate(task(), Prompts.NONE,
                LexicalEngine.open("trigram-hash"), Progress.SILENT));
        for (String metric : List.of("v_measure", "ami")) {
            String[] at = {"tasks", TASK, "mteb_v2_bootstrap_20_seeds", metric};
            double mean = Reference.number(at[0], at[1], at[2], at[3], "mean");
            double deviation = Reference.number(at[0], at[1], at[2], at[3], "std_population");
            assertEquals(mean, evaluation.metrics().get(metric).value(), 3 * deviation, metric);
        }
        assertEquals("v_measure", evaluation.main());
        assertEquals(1004, evaluation.items().size());
        assertEquals(10, ((ClusteringItem) evaluation.items().getFirst()).clusters().size());
    }

    @Test
    void measuresWhatNeedsNoClusteringToTheLastDigits() {
        int[] assigned = vectors().stream().mapToInt(ClusteringReferenceTest::largestOfFirst).toArray();
        check("argmax_of_first_k_buckets", assigned);
    }

    @Test
    void followsLloydFromTheFirstPointsToTheLastDigits() {
        List<float[]> points = vectors();
        Centroids centroids = new Centroids(IntStream.range(0, CLUSTERS).mapToObj(i -> toDouble(points.get(i)))
                .toArray(double[][]::new));
        int[] assigned = assign(points, centroids);
        for (int[] before = new int[0]; !Arrays.equals(before, assigned);) {
            before = assigned;
            centroids = means(points, assigned);
            assigned = assign(points, centroids);
        }
        check("lloyd_first_k_centroids", assigned);
    }

    private void check(String name, int[] assigned) {
        Partition partition = Partition.of(labels(), assigned, CLUSTERS, CLUSTERS);
        String[] at = {"tasks", TASK, "deterministic_checks", name};
        assertEquals(Reference.number(at[0], at[1], at[2], at[3], "v_measure"), partition.vMeasure().orElseThrow(), 1e-9);
        assertEquals(Reference.number(at[0], at[1], at[2], at[3], "ami"), partition.adjustedMutualInformation().orElseThrow(), 1e-9);
    }

    private static int[] assign(List<float[]> points, Centroids centroids) {
        return centroids.nearest(VectorBlock.divide(points)).centroids();
    }

    private static Centroids means(List<float[]> points, int[] assigned) {
        double[][] sums = new double[CLUSTERS][points.getFirst().length];
        int[] counts = new int[CLUSTERS];
        for (int i = 0; i < assigned.length; i++) {
            counts[assigned[i]]++;
            for (int component = 0; component < sums[0].length; component++) {
                sums[assigned[i]][component] += points.get(i)[component];
            }
        }
        IntStream.range(0, CLUSTERS).forEach(cluster -> Arrays.setAll(sums[cluster], i -> sums[cluster][i] / counts[cluster]));
        return new Centroids(sums);
    }

    private static double[] toDouble(float[] point) {
        return IntStream.range(0, point.length).mapToDouble(i -> point[i]).toArray();
    }

    private static int largestOfFirst(float[] vector) {
        int best = 0;
        for (int i = 1; i < CLUSTERS; i++) {
            best = vector[i] > vector[best] ? i : best;
        }
        return best;
    }

    private List<float[]> vectors() {
        Encoder encoder = LexicalEngine.open("trigram-hash").encoder().orElseThrow();
        return encoder.embed(items().stream().map(item -> item.value().text()).toList()).stream()
                .map(embedding -> embedding.vector()).toList();
    }

    private int[] labels() {
        List<DataItem<LabelledText>> items = items();
        return new Labels(items).numbers(items);
    }

    private List<DataItem<LabelledText>> items() {
        return task().test().readItems(LabelledText.class);
    }

    private Task task() {
        return TaskFixture.items(folder, "clustering", Reference.data(TASK + ".jsonl"));
    }
}
