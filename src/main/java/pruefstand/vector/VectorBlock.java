package pruefstand.vector;

import java.util.List;
import java.util.stream.IntStream;

/** A few vectors of one length that fit into a processor's cache, ready for products with many others. */
public final class VectorBlock {

    /** Most vectors of a block. */
    public static final int SIZE = 128;

    private final List<float[]> vectors;
    private final float[][] columns;

    /**
     * A block.
     *
     * @param vectors 1 to {@link #SIZE}; not copied
     */
    VectorBlock(List<float[]> vectors) {
        this.vectors = vectors;
        this.columns = new float[vectors.getFirst().length][vectors.size()];
        float[][] rows = vectors.toArray(float[][]::new);
        for (int component = 0; component < columns.length; component++) {
            float[] column = columns[component];
            for (int vector = 0; vector < rows.length; vector++) {
                column[vector] = rows[vector][component];
            }
        }
    }

    /** Divides vectors into blocks, in their order. */
    public static List<VectorBlock> divide(List<float[]> vectors) {
        return IntStream.range(0, Math.ceilDiv(vectors.size(), SIZE)).parallel()
                .mapToObj(block -> new VectorBlock(vectors.subList(block * SIZE, Math.min(vectors.size(), (block + 1) * SIZE))))
                .toList();
    }

    /** How many vectors it holds. */
    public int size() {
        return vectors.size();
    }

    /** The squares of the vectors' lengths, added up as {@link #products} adds. */
    public double[] squares() {
        double[] squares = new double[vectors.size()];
        for (float[] column : columns) {
            for (int vector = 0; vector < squares.length; vector++) {
                double component = column[vector];
                squares[vector] = Math.fma(component, component, squares[vector]);
            }
        }
        return squares;
    }

    /** The same of a vector that is in no block. */
    public static double square(double[] vector) {
        double sum = 0;
        for (double component : vector) {
            sum = Math.fma(component, component, sum);
        }
        return sum;
    }

    /** A vector in double precision, as the other side of a product. */
    public static double[] exact(float[] vector) {
        double[] exact = new double[vector.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = vector[i];
        }
        return exact;
    }

    /** Dot products: for each of the others an array with one for each vector of the block. */
    public double[][] products(double[][] others) {
        double[][] products = new double[others.length][vectors.size()];
        MatrixProduct.add(others, columns, products);
        return products;
    }

    /**
     * Adds multiples of the vectors: {@code sums[i] += Σ_j weights[i][j] · vector_j}.
     *
     * @param weights for each sum one for each vector
     * @param sums as long as a vector
     */
    public void addMultiples(double[][] weights, double[][] sums) {
        MatrixProduct.add(weights, vectors.toArray(float[][]::new), sums);
    }
}
