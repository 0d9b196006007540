package pruefstand.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopKTest {

    @Test
    void keepsTheLargestLargestFirst() {
        assertArrayEquals(new int[] {2, 0, 3}, taken(3, 5f, -1f, 7f, 4f, Float.NEGATIVE_INFINITY));
    }

    @Test
    void letsTheLargerNumberWinWhereScoresAreEqual() {
        assertArrayEquals(new int[] {3, 2}, taken(2, 1f, 1f, 1f, 1f));
        assertArrayEquals(new int[] {1, 0}, taken(2, 0f, -0f));
    }

    @Test
    void givesAllWhereThereAreFewer() {
        assertArrayEquals(new int[] {1, 0}, taken(5, 1f, 2f));
    }

    @Test
    void agreesWithSortingForManyScoresWithTies() {
        SplittableRandom random = new SplittableRandom(3);
        float[] scores = new float[1000];
        IntStream.range(0, scores.length).forEach(i -> scores[i] = random.nextInt(40) - 20);
        int[] sorted = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> scores[i]).thenComparing(i -> i).reversed())
                .limit(77).mapToInt(Integer::intValue).toArray();
        assertArrayEquals(sorted, taken(77, scores));
    }

    private static int[] taken(int k, float... scores) {
        TopK best = new TopK(k);
        IntStream.range(0, scores.length).forEach(i -> best.add(scores[i], i));
        return best.take();
    }
}
