package pruefstand.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first number that Random(42) draws is 0.7275636800328681; with it, each choice follows from the probabilities. */
class TokenSamplerTest {

    private static final float[] HALF_AND_LESS = logarithms(0.2, 0.5, 0.3);

    @Test
    void greedyTakesTheLikeliestAndOfEqualsTheLowestId() {
        assertEquals(1, next(Sampling.GREEDY, HALF_AND_LESS));
        assertEquals(2, next(Sampling.GREEDY, -7, -3, 0f, -0f, 0f));
        assertEquals(2, next(Sampling.GREEDY, -7, -3, -0f, 0f, 0f));
        assertEquals(0, next(Sampling.GREEDY, -7, -7));
        assertEquals(1, next(Sampling.GREEDY, Float.NEGATIVE_INFINITY, -Float.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        // The order is 1 (0.5), 2 (0.3), 0 (0.2): 0.7276 lies in the second part.
        "1, 0, 1, 0, 2",
        // Probabilities as their squares: 0.658, 0.237, 0.105.
        "0.5, 0, 1, 0, 2",
        // To the fourth: 0.0625, 0.0081, 0.0016, that is 0.866 for the first.
        "0.25, 0, 1, 0, 1",
        // Almost the same: 0.333 each.
        "1e9, 0, 1, 0, 0",
        "1, 1, 1, 0, 1", "1, 2, 1, 0, 2", "1, 99, 1, 0, 2",
        // 0.5 and 0.3 together reach 0.6, alone 0.5 reaches 0.45.
        "1, 0, 0.6, 0, 2", "1, 0, 0.45, 0, 1", "1, 0, 1e-9, 0, 1",
        // 0.3 is 0.6 times 0.5.
        "1, 0, 1, 0.59, 2", "1, 0, 1, 0.61, 1", "1, 0, 1, 1, 1"})
    void drawsFromWhatTheFiltersKeep(double temperature, int topK, double topP, double minP, int expected) {
        assertEquals(expected, next(new Sampling(temperature, topK, topP, minP, 42), HALF_AND_LESS));
    }

    @Test
    void aTinyTemperatureIsNearlyGreedy() {
        assertEquals(1, next(new Sampling(1e-300, 0, 1, 0, 42), 1, 2, 0));
    }

    @Test
    void drawsEachTokenAsOftenAsItIsLikely() {
        TokenSampler sampler = new TokenSampler(new Sampling(1, 0, 1, 0, 7));
        int[] counts = new int[3];
        IntStream.range(0, 30_000).forEach(_ -> counts[sampler.next(MemorySegment.ofArray(HALF_AND_LESS))]++);
        // Standard deviations are below 87; four of them.
        assertEquals(6_000, counts[0], 350);
        assertEquals(15_000, counts[1], 350);
    }

    /** All but the kept ones are so unlikely that keeping them changes nothing: picking few must find what sorting all finds. */
    @Test
    void findsTheLikeliestOfManyHoweverFewAreKept() {
        Random random = new Random(3);
        float[] logits = new float[5_000];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = i % 50 == 7 ? 300 + random.nextInt(3) : random.nextInt(100);
        }
        for (int seed = 0; seed < 50; seed++) {
            int all = next(new Sampling(1, 0, 1, 0, seed), logits);
            assertEquals(all, next(new Sampling(1, 100, 1, 0, seed), logits));
            assertEquals(all, next(new Sampling(1, 2_000, 1, 0, seed), logits));
        }
    }

    @Test
    void theSameSeedDrawsTheSame() {
        assertEquals(Arrays.toString(row(3)), Arrays.toString(row(3)));
        assertEquals(false, Arrays.equals(row(3), row(4)));
    }

    private static int[] row(long seed) {
        TokenSampler sampler = new TokenSampler(new Sampling(1, 0, 1, 0, seed));
        return IntStream.range(0, 40).map(_ -> sampler.next(MemorySegment.ofArray(HALF_AND_LESS))).toArray();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(EngineException.class, () -> next(Sampling.GREEDY, 1, Float.NaN));
    }

    private static int next(Sampling sampling, float... logits) {
        return new TokenSampler(sampling).next(MemorySegment.ofArray(logits));
    }

    private static float[] logarithms(double... probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(probabilities[i]);
        }
        return logits;
    }
}
