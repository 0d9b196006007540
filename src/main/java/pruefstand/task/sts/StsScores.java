package pruefstand.task.sts;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.metric.Pearson;
import pruefstand.metric.Similarity;
import pruefstand.metric.Spearman;
import pruefstand.metric.Statistic;
import pruefstand.task.Estimates;

/**
 * How alike a model and people find the pairs of a data set.
 *
 * @param gold what people said
 * @param model what each similarity of the model's vectors says, in the same order
 */
record StsScores(double[] gold, Map<Similarity, double[]> model) {

    /**
     * Compares vectors.
     *
     * @param first of each pair's first sentence
     * @param second of its second
     */
    static StsScores of(double[] gold, List<float[]> first, List<float[]> second) {
        Map<Similarity, double[]> model = new EnumMap<>(Similarity.class);
        for (Similarity similarity : List.of(Similarity.COSINE, Similarity.MANHATTAN, Similarity.EUCLIDEAN)) {
            model.put(similarity, IntStream.range(0, gold.length)
                    .mapToDouble(i -> similarity.of(first.get(i), second.get(i))).toArray());
        }
        return new StsScores(gold, model);
    }

    /** What was kept of an earlier comparison. */
    static StsScores of(List<StsItem> items) {
        Map<Similarity, double[]> model = new EnumMap<>(Similarity.class);
        model.put(Similarity.COSINE, items.stream().mapToDouble(StsItem::cosine).toArray());
        model.put(Similarity.MANHATTAN, items.stream().mapToDouble(StsItem::manhattan).toArray());
        model.put(Similarity.EUCLIDEAN, items.stream().mapToDouble(StsItem::euclidean).toArray());
        return new StsScores(items.stream().mapToDouble(StsItem::gold).toArray(), model);
    }

    /** The correlations that are defined: none where the model finds all pairs equally alike, or people do. */
    SequencedMap<Metric, Estimate> estimates() {
        return new Estimates(gold.length).addAll(statistics()).all();
    }

    SequencedMap<Metric, Statistic> statistics() {
        SequencedMap<Metric, Statistic> all = new LinkedHashMap<>();
        all.put(Metric.COSINE_SPEARMAN, new Spearman(model.get(Similarity.COSINE), gold));
        all.put(Metric.COSINE_PEARSON, new Pearson(model.get(Similarity.COSINE), gold));
        all.put(Metric.MANHATTAN_SPEARMAN, new Spearman(model.get(Similarity.MANHATTAN), gold));
        all.put(Metric.EUCLIDEAN_SPEARMAN, new Spearman(model.get(Similarity.EUCLIDEAN), gold));
        return all;
    }

    List<StsItem> items() {
        return IntStream.range(0, gold.length).mapToObj(i -> new StsItem(i, gold[i],
                score(Similarity.COSINE, i), score(Similarity.MANHATTAN, i), score(Similarity.EUCLIDEAN, i))).toList();
    }

    private float score(Similarity similarity, int index) {
        return (float) model.get(similarity)[index];
    }
}
