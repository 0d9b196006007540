package pruefstand.task.clustering;

import java.util.Arrays;
import java.util.List;
import pruefstand.vector.VectorBlock;

/** What a benchmark elsewhere needs of this package. */
public final class ClusteringSpeed {

    private static final int SEED = 42;

    private ClusteringSpeed() {
    }

    /** Sum of the squared distances of vectors from the centroids that are found for them. */
    public static double inertia(List<float[]> vectors, int clusters) {
        Centroids centroids = MiniBatchKMeans.fit(vectors, clusters, SEED);
        return Arrays.stream(centroids.nearest(VectorBlock.divide(vectors)).distances()).sum();
    }
}
