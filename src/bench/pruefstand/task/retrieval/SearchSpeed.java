package pruefstand.task.retrieval;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.Rounds;
import pruefstand.metric.Metric;
import pruefstand.metric.Ranking;
import pruefstand.vector.CosineSearch;

/** How long it takes to find the 1000 documents nearest to 225 queries, and to compute all measures of retrieval. */
public final class SearchSpeed {

    private static final int QUERIES = 225;
    private static final int WIDTH = 384;

    private SearchSpeed() {
    }

    /** Usage: SearchSpeed DOCUMENTS ROUNDS. */
    public static void main(String[] arguments) {
        int documents = Integer.parseInt(arguments[0]);
        SplittableRandom random = new SplittableRandom(1);
        float[][] corpus = Stream.generate(() -> vector(random)).limit(documents).toArray(float[][]::new);
        List<float[]> queries = Stream.generate(() -> vector(random)).limit(QUERIES).toList();
        System.out.printf("Prüfstand, heap for all but the vectors: %d MiB%n",
                (Runtime.getRuntime().maxMemory() - 4L * WIDTH * documents) >> 20);
        Rounds.time("search and measures, " + QUERIES + " x " + documents + " x " + WIDTH, Integer.parseInt(arguments[1]),
                () -> measured(queries, i -> corpus[i], documents));
    }

    private static String measured(List<float[]> queries, IntFunction<float[]> corpus, int documents) {
        int[][] found = new CosineSearch(corpus, documents, Rankings.DEPTH).nearest(queries);
        List<Ranking> rankings = Arrays.stream(found).map(best -> new Ranking(
                IntStream.of(best).map(document -> document % 1000 == 0 ? 1 : 0).toArray(), new int[] {1, 1, 1})).toList();
        Rankings.of(IntStream.range(0, QUERIES).mapToObj(Integer::toString).toList(), rankings)
                .outcome(Metric.NDCG_AT_10, Map.of());
        return "";
    }

    private static float[] vector(SplittableRandom random) {
        float[] vector = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            vector[i] = random.nextFloat() - 0.5f;
        }
        return vector;
    }
}
