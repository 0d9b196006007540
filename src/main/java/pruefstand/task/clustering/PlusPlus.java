package pruefstand.task.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.metric.MersenneTwister;
import pruefstand.vector.VectorBlock;

/**
 * Chooses points to start k-means from: the first at random, each further one with a probability that grows with its squared
 * distance from those chosen; of several draws the one that leaves the least distance. Source: Arthur and Vassilvitskii (2007), with
 * {@code 2 + ln k} draws as scikit-learn has it.
 */
final class PlusPlus {

    private final List<float[]> points;
    private final List<VectorBlock> blocks;
    private final MersenneTwister random;

    PlusPlus(List<float[]> points, MersenneTwister random) {
        this.points = points;
        this.blocks = VectorBlock.divide(points);
        this.random = random;
    }

    double[][] choose(int clusters) {
        double[][] chosen = new double[clusters][];
        chosen[0] = centroid(random.nextUpTo(points.size() - 1));
        double[] distances = new Centroids(new double[][] {chosen[0]}).distances(blocks)[0];
        int trials = 2 + (int) Math.log(clusters);
        for (int cluster = 1; cluster < clusters; cluster++) {
            Draw best = best(distances, trials);
            chosen[cluster] = best.centroid();
            distances = best.distances();
        }
        return chosen;
    }

    /**
     * A point drawn.
     *
     * @param distances of all points, to it or to what was chosen before
     */
    private record Draw(double[] centroid, double[] distances) {
        double left() {
            return Arrays.stream(distances).sum();
        }
    }

    private Draw best(double[] known, int trials) {
        double[][] drawn = IntStream.range(0, trials).mapToObj(_ -> centroid(draw(known))).toArray(double[][]::new);
        double[][] distances = new Centroids(drawn).distances(blocks);
        return IntStream.range(0, trials).mapToObj(trial -> new Draw(drawn[trial], lesser(known, distances[trial])))
                .min((one, other) -> Double.compare(one.left(), other.left())).orElseThrow();
    }

    private int draw(double[] distances) {
        double at = random.nextDouble() * Arrays.stream(distances).sum();
        int point = 0;
        double passed = distances[0];
        while (passed < at && point + 1 < distances.length) {
            passed += distances[++point];
        }
        return point;
    }

    private static double[] lesser(double[] known, double[] distances) {
        return IntStream.range(0, known.length).mapToDouble(i -> Math.min(known[i], distances[i])).toArray();
    }

    private double[] centroid(int point) {
        return VectorBlock.exact(points.get(point));
    }
}
