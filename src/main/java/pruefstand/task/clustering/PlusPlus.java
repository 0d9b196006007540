package pruefstand.task.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.metric.MersenneTwister;

/**
 * Chooses points to start k-means from: the first at random, each further one with a probability that grows with its squared
 * distance from those chosen; of several draws the one that leaves the least distance. Source: Arthur and Vassilvitskii (2007), with
 * {@code 2 + ln k} draws as scikit-learn has it.
 */
final class PlusPlus {

    private final List<float[]> points;
    private final MersenneTwister random;

    PlusPlus(List<float[]> points, MersenneTwister random) {
        this.points = points;
        this.random = random;
    }

    double[][] choose(int clusters) {
        double[][] chosen = new double[clusters][];
        chosen[0] = centroid(random.nextUpTo(points.size() - 1));
        double[] distances = points.stream().mapToDouble(point -> Centroids.distance(point, chosen[0])).toArray();
        int trials = 2 + (int) Math.log(clusters);
        for (int cluster = 1; cluster < clusters; cluster++) {
            double[] known = distances;
            Draw best = IntStream.range(0, trials).mapToObj(_ -> draw(known))
                    .min((one, other) -> Double.compare(one.left(), other.left())).orElseThrow();
            chosen[cluster] = centroid(best.point());
            distances = best.distances();
        }
        return chosen;
    }

    private record Draw(int point, double[] distances) {
        double left() {
            return Arrays.stream(distances).sum();
        }
    }

    private Draw draw(double[] distances) {
        double at = random.nextDouble() * Arrays.stream(distances).sum();
        int point = 0;
        double passed = distances[0];
        while (passed < at && point + 1 < distances.length) {
            passed += distances[++point];
        }
        double[] centroid = centroid(point);
        return new Draw(point, IntStream.range(0, distances.length)
                .mapToDouble(i -> Math.min(distances[i], Centroids.distance(points.get(i), centroid))).toArray());
    }

    private double[] centroid(int point) {
        float[] components = points.get(point);
        return IntStream.range(0, components.length).mapToDouble(i -> components[i]).toArray();
    }
}
