package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Expected values worked out by hand; on real data ClusteringReferenceTest compares with scikit-learn. */
class PartitionTest {

    @Test
    void agreesWhollyWhateverTheNames() {
        Partition same = Partition.of(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}, 2, 2);
        assertEquals(1, same.vMeasure().orElseThrow(), 1e-12);
        assertEquals(1, same.adjustedMutualInformation().orElseThrow(), 1e-12);
    }

    @Test
    void findsNothingInOneHeap() {
        Partition heap = Partition.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 0}, 2, 2);
        assertEquals(0, heap.vMeasure().orElseThrow(), 1e-12);
        assertEquals(0, heap.adjustedMutualInformation().orElseThrow(), 1e-12);
    }

    @Test
    void takesTheHarmonicMeanOfHomogeneityAndCompleteness() {
        // Each item a heap of its own: homogeneity 1, completeness ln 2 / ln 4.
        Partition each = Partition.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 2, 3}, 2, 4);
        assertEquals(2 * 0.5 / 1.5, each.vMeasure().orElseThrow(), 1e-12);
        assertEquals(0, each.adjustedMutualInformation().orElseThrow(), 1e-12, "what any such partition shares with any other");
    }

    /**
     * I = 0.549306, entropies 1.011404 and 1.098612; the mean of I over all 720 orders of the clusters, one by one, is 0.503096. Classes and
     * clusters that no item has change nothing.
     */
    @Test
    void takesOffWhatChanceAloneShares() {
        int[] labels = {0, 0, 0, 1, 1, 2};
        int[] assigned = {0, 0, 1, 1, 2, 2};
        assertEquals(0.083726784, Partition.of(labels, assigned, 3, 3).adjustedMutualInformation().orElseThrow(), 1e-9);
        assertEquals(0.083726784, Partition.of(labels, assigned, 5, 4).adjustedMutualInformation().orElseThrow(), 1e-9);
        assertEquals(0.520665246, Partition.of(labels, assigned, 5, 4).vMeasure().orElseThrow(), 1e-9);
    }

    @Test
    void isWholeWhereEachItemIsAloneOnBothSides() {
        assertEquals(1, Partition.of(new int[] {0, 2}, new int[] {2, 1}, 3, 3).adjustedMutualInformation().orElseThrow());
    }

    @Test
    void isWholeForOneClassInOneHeapAndNothingForNoItems() {
        assertEquals(1, Partition.of(new int[2], new int[2], 1, 1).vMeasure().orElseThrow());
        assertEquals(1, Partition.of(new int[2], new int[2], 1, 1).adjustedMutualInformation().orElseThrow());
        assertEquals(OptionalDouble.empty(), Partition.of(new int[0], new int[0], 2, 2).vMeasure());
    }
}
