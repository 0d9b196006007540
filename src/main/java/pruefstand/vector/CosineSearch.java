package pruefstand.vector;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Finds for vectors the k others with the largest cosine, exactly. Cosines are computed in double precision and rounded to float
 * before they are compared; of equal ones the larger number wins; that of a zero vector is 0. The documents are read in blocks that
 * fit into the processor's cache, by all processors, and no more than k numbers a query and processor are kept.
 */
public final class CosineSearch {

    // So that what is kept does not grow with the number of queries.
    private static final int QUERIES = 256;

    private final IntFunction<float[]> documents;
    private final int count;
    private final int k;

    /**
     * A search.
     *
     * @param documents by their numbers, which decide between equal ones
     * @param count how many, at least 1
     * @param k how many are found, at least 1; all documents if there are fewer
     */
    public CosineSearch(IntFunction<float[]> documents, int count, int k) {
        this.documents = documents;
        this.count = count;
        this.k = Math.min(k, count);
    }

    /** For each query the numbers of the documents that are most like it, best first. */
    public int[][] nearest(List<float[]> queries) {
        int[][] found = new int[queries.size()][];
        for (int from = 0; from < queries.size(); from += QUERIES) {
            TopK[] best = best(queries.subList(from, Math.min(queries.size(), from + QUERIES)));
            for (int i = 0; i < best.length; i++) {
                found[from + i] = best[i].take();
            }
        }
        return found;
    }

    private TopK[] best(List<float[]> queries) {
        double[][] exact = queries.stream().map(VectorBlock::exact).toArray(double[][]::new);
        int parts = Math.clamp(Math.ceilDiv(count, VectorBlock.SIZE), 1, Runtime.getRuntime().availableProcessors());
        return IntStream.range(0, parts).parallel().mapToObj(part -> best(exact, part, parts)).reduce(CosineSearch::merge).orElseThrow();
    }

    private static TopK[] merge(TopK[] into, TopK[] from) {
        for (int query = 0; query < into.length; query++) {
            into[query].addAll(from[query]);
        }
        return into;
    }

    /** What is best among every so manieth block. */
    private TopK[] best(double[][] queries, int part, int parts) {
        TopK[] best = new TopK[queries.length];
        Arrays.setAll(best, _ -> new TopK(k));
        double[] lengths = Arrays.stream(queries).mapToDouble(query -> Math.sqrt(VectorBlock.square(query))).toArray();
        for (int block = part; block * (long) VectorBlock.SIZE < count; block += parts) {
            int from = block * VectorBlock.SIZE;
            add(block(from), from, queries, lengths, best);
        }
        return best;
    }

    private VectorBlock block(int from) {
        return new VectorBlock(IntStream.range(from, Math.min(count, from + VectorBlock.SIZE)).mapToObj(documents).toList());
    }

    private static void add(VectorBlock block, int from, double[][] queries, double[] lengths, TopK[] best) {
        double[][] products = block.products(queries);
        double[] squares = block.squares();
        for (int j = 0; j < squares.length; j++) {
            double length = Math.sqrt(squares[j]);
            for (int query = 0; query < queries.length; query++) {
                double both = length * lengths[query];
                best[query].add((float) (both == 0 ? 0 : products[query][j] / both), from + j);
            }
        }
    }
}
