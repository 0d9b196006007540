package pruefstand.task.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.vector.VectorBlock;

/** Middles of clusters; a point belongs to the nearest one by squared Euclidean distance, of equals the first. */
record Centroids(double[][] all) {

    /**
     * Where points belong.
     *
     * @param centroids the nearest one of each point
     * @param distances to it, squared
     */
    record Nearest(int[] centroids, double[] distances) {
    }

    /** For each point the nearest one. */
    Nearest nearest(List<VectorBlock> points) {
        int count = points.stream().mapToInt(VectorBlock::size).sum();
        Nearest nearest = new Nearest(new int[count], new double[count]);
        Arrays.fill(nearest.distances(), Double.POSITIVE_INFINITY);
        double[][] distances = distances(points);
        for (int centroid = 0; centroid < all.length; centroid++) {
            for (int point = 0; point < count; point++) {
                if (distances[centroid][point] < nearest.distances()[point]) {
                    nearest.distances()[point] = distances[centroid][point];
                    nearest.centroids()[point] = centroid;
                }
            }
        }
        return nearest;
    }

    /**
     * For each centroid the squared distances of all points, as |x|² − 2 x·c + |c|², which is 0 for equal ones.
     *
     * @param points in blocks as {@link VectorBlock#divide} makes them
     */
    double[][] distances(List<VectorBlock> points) {
        double[][] distances = new double[all.length][points.stream().mapToInt(VectorBlock::size).sum()];
        double[] squares = Arrays.stream(all).mapToDouble(VectorBlock::square).toArray();
        IntStream.range(0, points.size()).parallel()
                .forEach(block -> fill(distances, block * VectorBlock.SIZE, points.get(block), squares));
        return distances;
    }

    private void fill(double[][] distances, int from, VectorBlock block, double[] squares) {
        double[][] products = block.products(all);
        double[] ofPoints = block.squares();
        for (int centroid = 0; centroid < all.length; centroid++) {
            for (int point = 0; point < ofPoints.length; point++) {
                distances[centroid][from + point] =
                        Math.max(0, ofPoints[point] - 2 * products[centroid][point] + squares[centroid]);
            }
        }
    }
}
