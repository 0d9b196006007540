package pruefstand.task.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import pruefstand.metric.Mean;
import pruefstand.metric.MersenneTwister;
import pruefstand.metric.Metric;
import pruefstand.metric.Partition;
import pruefstand.metric.Statistic;
import pruefstand.task.ItemScores;

/**
 * The texts of a data set clustered several times, each time from other rows drawn with replacement as Python's
 * {@code random.Random(42)} draws them. A text counts as often as it was drawn.
 *
 * @param labels class of each text, numbered from 0
 * @param assigned cluster of each text, by draw
 */
record Clusterings(int[] labels, List<int[]> assigned) {

    static final int DRAWS = 10;
    static final int ROWS = 16_384;
    static final int SEED = 42;

    /** The rows of each draw. */
    static List<int[]> rows(int texts) {
        MersenneTwister random = MersenneTwister.ofPython(SEED);
        return IntStream.range(0, DRAWS).mapToObj(_ -> random.choices(texts, ROWS)).toList();
    }

    /** What was kept of an earlier evaluation. */
    static Clusterings of(List<ClusteringItem> items) {
        List<String> names = items.stream().map(ClusteringItem::label).distinct().sorted().toList();
        items.stream().flatMap(item -> item.clusters().stream()).filter(cluster -> cluster < 0 || cluster >= names.size()).findAny()
                .ifPresent(cluster -> {
                    throw new IllegalArgumentException("cluster " + cluster + " of " + names.size());
                });
        int draws = items.stream().mapToInt(item -> item.clusters().size()).min().orElse(0);
        return new Clusterings(items.stream().mapToInt(item -> names.indexOf(item.label())).toArray(), IntStream.range(0, draws)
                .mapToObj(draw -> items.stream().mapToInt(item -> item.clusters().get(draw)).toArray()).toList());
    }

    /**
     * Two models are compared by text for V-measure, their clusters staying as they are; what a text that is drawn twice adds to it is
     * added to both. For adjusted mutual information that would take minutes, since its expectation goes over all tables: it is
     * compared draw by draw.
     */
    ItemScores scores() {
        ItemScores byText = ItemScores.of("items", numbers(labels.length), Map.of(Metric.V_MEASURE, vMeasureOfTexts()));
        return byText.and(ItemScores.of("draws", numbers(assigned.size()), Map.of(Metric.AMI, adjustedMutualInformation())));
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /** Mean over the draws, of some of the texts. */
    private Statistic vMeasureOfTexts() {
        List<int[]> weights = weights();
        return drawn -> IntStream.range(0, assigned.size())
                .mapToObj(draw -> partition(assigned.get(draw), weights.get(draw), drawn).vMeasure())
                .flatMapToDouble(OptionalDouble::stream).average();
    }

    /**
     * Mean over some of the draws. The interval of one model is drawn so, and not by text: texts that are drawn twice make clusters
     * look purer, so that an interval over texts would lie above the value.
     */
    Mean vMeasure() {
        return mean(Partition::vMeasure);
    }

    /** Mean over some of the draws. */
    Mean adjustedMutualInformation() {
        return mean(Partition::adjustedMutualInformation);
    }

    private Mean mean(Function<Partition, OptionalDouble> measure) {
        List<int[]> weights = weights();
        int[] all = IntStream.range(0, labels.length).toArray();
        return new Mean(IntStream.range(0, assigned.size()).mapToDouble(draw -> measure.apply(
                partition(assigned.get(draw), weights.get(draw), all)).orElseThrow()).toArray());
    }

    /** How often each draw took each text. */
    private List<int[]> weights() {
        return rows(labels.length).stream().map(rows -> {
            int[] weights = new int[labels.length];
            Arrays.stream(rows).forEach(row -> weights[row]++);
            return weights;
        }).toList();
    }

    private Partition partition(int[] clusters, int[] weights, int[] drawn) {
        long[][] counts = new long[1 + largest(labels)][1 + largest(clusters)];
        for (int text : drawn) {
            counts[labels[text]][clusters[text]] += weights[text];
        }
        return new Partition(counts);
    }

    private static int largest(int[] numbers) {
        return Arrays.stream(numbers).max().orElse(0);
    }

    /** As they are kept beside a record. */
    List<ClusteringItem> items(List<String> names) {
        return IntStream.range(0, labels.length).mapToObj(text -> new ClusteringItem(text, names.get(labels[text]),
                assigned.stream().map(clusters -> clusters[text]).toList())).toList();
    }
}
