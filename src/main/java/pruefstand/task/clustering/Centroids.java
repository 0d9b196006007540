package pruefstand.task.clustering;

/** Middles of clusters; a point belongs to the nearest one by squared Euclidean distance, of equals the first. */
record Centroids(double[][] all) {

    int nearest(float[] point) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < all.length; i++) {
            double distance = distance(point, all[i]);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    static double distance(float[] point, double[] centroid) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            double difference = point[i] - centroid[i];
            sum += difference * difference;
        }
        return sum;
    }
}
