package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockQuantileTest {

    private static final List<double[]> BLOCKS = List.of(new double[] {4, 1}, new double[] {2}, new double[] {8, 3, 5});

    // all: 1 2 3 4 5 8, position 2.5; the first twice: 1 1 4 4, position 1.5; the last: 3 5 8
    @Test
    void drawnBlocksCountAsOftenAsTheyWereDrawn() {
        BlockQuantile median = new BlockQuantile(BLOCKS, 0.5);
        assertEquals(OptionalDouble.of(3.5), median.of(new int[] {0, 1, 2}));
        assertEquals(OptionalDouble.of(2.5), median.of(new int[] {0, 0}));
        assertEquals(OptionalDouble.of(5), median.of(new int[] {2}));
        assertEquals(OptionalDouble.of(8), new BlockQuantile(BLOCKS, 1).of(new int[] {2, 0}));
        assertTrue(median.of(new int[0]).isEmpty());
    }

    @Test
    void agreesWithSortingWhatWasDrawn() {
        SplittableRandom random = new SplittableRandom(3);
        List<double[]> blocks = IntStream.range(0, 20).mapToObj(_ -> random.doubles(7).toArray()).toList();
        BlockQuantile tail = new BlockQuantile(blocks, 0.99);
        for (int i = 0; i < 50; i++) {
            int[] drawn = random.ints(20, 0, 20).toArray();
            double[] sorted = IntStream.of(drawn).mapToObj(blocks::get).flatMapToDouble(java.util.Arrays::stream).sorted().toArray();
            assertEquals(Quantiles.ofSorted(sorted, 0.99), tail.of(drawn).getAsDouble(), 1e-12);
        }
    }
}
