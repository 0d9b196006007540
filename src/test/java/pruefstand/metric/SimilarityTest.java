package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SimilarityTest {

    private static final float[] X = {3, 0, 4};
    private static final float[] Y = {0, 5, 12};

    @Test
    void cosineIsTheDotProductOverTheLengths() {
        assertEquals(48 / (5 * 13f), Similarity.COSINE.of(X, Y));
        assertEquals(1, Similarity.COSINE.of(X, new float[] {6, 0, 8}));
    }

    @Test
    void theDotProductKnowsNoLengths() {
        assertEquals(48, Similarity.DOT.of(X, Y));
        assertEquals("dot", Similarity.DOT.toString());
    }

    @Test
    void distancesAreNegative() {
        assertEquals(-(3 + 5 + 8), Similarity.MANHATTAN.of(X, Y));
        assertEquals((float) -Math.sqrt(9 + 25 + 64), Similarity.EUCLIDEAN.of(X, Y));
    }

    @Test
    void noDistanceIsPlainZero() {
        assertEquals(Float.floatToRawIntBits(0f), Float.floatToRawIntBits(Similarity.MANHATTAN.of(X, X)));
        assertEquals(Float.floatToRawIntBits(0f), Float.floatToRawIntBits(Similarity.EUCLIDEAN.of(X, X)));
    }

    @Test
    void aZeroVectorIsLikeNothing() {
        assertEquals(0, Similarity.COSINE.of(X, new float[3]));
        assertEquals(0, Similarity.COSINE.of(new float[3], new float[3]));
    }

    @Test
    void refusesVectorsOfDifferentLengths() {
        assertThrows(IllegalArgumentException.class, () -> Similarity.COSINE.of(X, new float[2]));
    }
}
