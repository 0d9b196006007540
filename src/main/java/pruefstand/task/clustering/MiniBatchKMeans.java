package pruefstand.task.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.metric.MersenneTwister;
import pruefstand.vector.VectorBlock;

/**
 * Mini-batch k-means: centroids from k-means++ over a sample, then moved to the running mean of the points that small random batches
 * assign to them, until ten batches in a row lower the smoothed distance no further; centroids that hardly get a point start anew at
 * a random one. Source: Sculley (2010); the settings and rules are those of scikit-learn's {@code MiniBatchKMeans} with
 * {@code n_init=1}, its random draws are not: single clusterings differ, their spread does not.
 */
final class MiniBatchKMeans {

    private static final int BATCH = 512;
    private static final int MOST_PASSES = 100;
    private static final int MOST_WITHOUT_GAIN = 10;
    private static final double FEW = 0.01;

    private final List<float[]> points;
    private final MersenneTwister random;
    private final int batch;
    private final double[][] centroids;
    private final double[] weights;
    private int sinceReassigned;

    private MiniBatchKMeans(List<float[]> points, int clusters, int seed) {
        this.points = points;
        this.random = MersenneTwister.ofNumpy(seed);
        this.batch = Math.min(BATCH, points.size());
        this.centroids = new PlusPlus(sample(Math.clamp(Math.max(3L * batch, 3L * clusters), 1, points.size())), random).choose(clusters);
        this.weights = new double[clusters];
    }

    /**
     * Finds clusters.
     *
     * @param points at least as many as clusters
     */
    static Centroids fit(List<float[]> points, int clusters, int seed) {
        MiniBatchKMeans means = new MiniBatchKMeans(points, clusters, seed);
        means.run();
        return new Centroids(means.centroids);
    }

    private void run() {
        double share = Math.min(1, 2.0 * batch / (points.size() + 1));
        double smoothed = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        int withoutGain = 0;
        long steps = (long) MOST_PASSES * points.size() / batch;
        for (long step = 0; step < steps && withoutGain < MOST_WITHOUT_GAIN; step++) {
            double distance = step(sample(batch));
            if (step > 0) { // the first batch says more about the start than about the clusters
                smoothed = Double.isNaN(smoothed) ? distance : smoothed * (1 - share) + distance * share;
                withoutGain = smoothed < least ? 0 : withoutGain + 1;
                least = Math.min(least, smoothed);
            }
        }
    }

    private List<float[]> sample(int size) {
        return IntStream.range(0, size).mapToObj(_ -> points.get(random.nextUpTo(points.size() - 1))).toList();
    }

    /** Moves the centroids towards a batch; the mean distance of its points before. */
    private double step(List<float[]> sample) {
        Centroids.Nearest nearest = new Centroids(centroids).nearest(VectorBlock.divide(sample));
        double distance = Arrays.stream(nearest.distances()).sum() / sample.size();
        move(sample, nearest.centroids());
        reassign(sample);
        return distance;
    }

    private void move(List<float[]> sample, int[] nearest) {
        for (int cluster = 0; cluster < centroids.length; cluster++) {
            double[] centroid = centroids[cluster];
            double weight = weights[cluster];
            double[] sum = Arrays.stream(centroid).map(component -> component * weight).toArray();
            for (int i = 0; i < nearest.length; i++) {
                if (nearest[i] == cluster) {
                    add(sum, sample.get(i));
                    weights[cluster]++;
                }
            }
            if (weights[cluster] > weight) {
                double all = weights[cluster];
                Arrays.setAll(centroid, component -> sum[component] / all);
            }
        }
    }

    private static void add(double[] sum, float[] point) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += point[i];
        }
    }

    private void reassign(List<float[]> sample) {
        sinceReassigned += batch;
        if (Arrays.stream(weights).noneMatch(weight -> weight == 0) && sinceReassigned < 10L * centroids.length) {
            return;
        }
        sinceReassigned = 0;
        double most = Arrays.stream(weights).max().orElse(0);
        List<Integer> few = IntStream.range(0, weights.length).filter(i -> weights[i] < FEW * most).boxed()
                .sorted((one, other) -> Double.compare(weights[one], weights[other])).limit(sample.size() / 2).toList();
        if (few.isEmpty()) {
            return;
        }
        double least = IntStream.range(0, weights.length).filter(i -> !few.contains(i)).mapToDouble(i -> weights[i]).min().orElse(1);
        List<float[]> others = withoutReplacement(sample, few.size());
        for (int i = 0; i < few.size(); i++) {
            float[] point = others.get(i);
            Arrays.setAll(centroids[few.get(i)], component -> point[component]);
            weights[few.get(i)] = least;
        }
    }

    private List<float[]> withoutReplacement(List<float[]> sample, int count) {
        List<float[]> left = new ArrayList<>(sample);
        for (int i = 0; i < count; i++) {
            Collections.swap(left, i, i + random.nextUpTo(left.size() - 1 - i));
        }
        return left.subList(0, count);
    }
}
