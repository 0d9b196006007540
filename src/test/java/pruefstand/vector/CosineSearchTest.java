package pruefstand.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pruefstand.metric.Similarity;

class CosineSearchTest {

    @Test
    void findsTheNearestFirstAndOfEqualOnesTheLaterOne() {
        float[][] documents = {{1, 0}, {3, 4}, {0, 2}, {6, 8}, {0, 0}, {-1, 0}};
        assertArrayEquals(new int[][] {{0, 3, 1, 4}, {2, 3, 1, 5}}, new CosineSearch(i -> documents[i], documents.length, 4)
                .nearest(List.of(new float[] {2, 0}, new float[] {0, 1})));
    }

    @Test
    void givesAllDocumentsWhereThereAreFewerThanAskedFor() {
        float[][] documents = {{1, 0}, {0, 1}};
        assertArrayEquals(new int[][] {{1, 0}}, new CosineSearch(i -> documents[i], 2, 1000).nearest(List.of(new float[] {1, 2})));
    }

    @Test
    void aZeroQueryIsEquallyFarFromAll() {
        float[][] documents = {{1, 0}, {0, 1}, {1, 1}};
        assertArrayEquals(new int[][] {{2, 1, 0}}, new CosineSearch(i -> documents[i], 3, 3).nearest(List.of(new float[2])));
    }

    @Test
    void agreesWithComparingEachPairForSizesThatFillNoBlockAndDuplicates() {
        SplittableRandom random = new SplittableRandom(11);
        for (int[] shape : new int[][] {{1, 1, 3}, {5, 127, 1}, {7, 129, 6}, {259, 300, 5}, {2, 1000, 13}}) {
            List<float[]> queries = vectors(random, shape[0], shape[2]);
            List<float[]> documents = vectors(random, shape[1], shape[2]);
            int[][] found = new CosineSearch(documents::get, documents.size(), 20).nearest(queries);
            for (int query = 0; query < queries.size(); query++) {
                assertArrayEquals(sorted(queries.get(query), documents), found[query], Arrays.toString(shape) + " query " + query);
            }
        }
    }

    @Test
    void productsHaveTheSameBitsWhereverAVectorStands() {
        SplittableRandom random = new SplittableRandom(5);
        float[] vector = vectors(random, 1, 37).getFirst();
        double[][] others = vectors(random, 7, 37).stream()
                .map(other -> IntStream.range(0, 37).mapToDouble(i -> other[i]).toArray()).toArray(double[][]::new);
        List<float[]> many = Stream.generate(() -> vector).limit(200).toList();
        for (VectorBlock block : VectorBlock.divide(many)) {
            double[][] products = block.products(others);
            for (int other = 0; other < others.length; other++) {
                double first = VectorBlock.divide(List.of(vector)).getFirst().products(new double[][] {others[other]})[0][0];
                for (double product : products[other]) {
                    assertEquals(first, product);
                }
            }
        }
    }

    /** Components of a few values, so that vectors repeat and cosines are often equal. */
    private static List<float[]> vectors(SplittableRandom random, int count, int width) {
        return Stream.generate(() -> {
            float[] vector = new float[width];
            IntStream.range(0, width).forEach(i -> vector[i] = random.nextInt(-2, 3));
            return vector;
        }).limit(count).toList();
    }

    private static int[] sorted(float[] query, List<float[]> documents) {
        return IntStream.range(0, documents.size()).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -Similarity.COSINE.of(query, documents.get(i)))
                        .thenComparing(Comparator.reverseOrder()))
                .limit(20).mapToInt(Integer::intValue).toArray();
    }
}
