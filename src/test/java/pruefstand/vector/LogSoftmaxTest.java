package pruefstand.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSoftmaxTest {

    @Test
    void equalLogitsShareTheProbability() {
        LogSoftmax softmax = LogSoftmax.of(logits(3, 3, 3, 3));
        assertEquals(0, softmax.argmax());
        assertEquals(-Math.log(4), softmax.logProbability(3), 1e-15);
    }

    // 1/(1+e+e²), e/(1+e+e²), e²/(1+e+e²)
    @Test
    void probabilitiesAreExponentialsInProportion() {
        LogSoftmax softmax = LogSoftmax.of(logits(0, 2, 1));
        double sum = 1 + Math.E + Math.E * Math.E;
        assertEquals(1, softmax.argmax());
        assertEquals(Math.log(1 / sum), softmax.logProbability(0), 1e-12);
        assertEquals(Math.log(Math.E / sum), softmax.logProbability(1), 1e-12);
        assertEquals(Math.log(Math.E * Math.E / sum), softmax.logProbability(2), 1e-12);
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        LogSoftmax softmax = LogSoftmax.of(logits(3e38f, -3e38f, Float.NEGATIVE_INFINITY));
        assertEquals(0, softmax.logProbability(3e38f));
        assertEquals(Double.NEGATIVE_INFINITY, softmax.logProbability(Float.NEGATIVE_INFINITY));
    }

    @Test
    void aLogitThatIsNoNumberShows() {
        assertTrue(Double.isNaN(LogSoftmax.of(logits(1, Float.NaN)).logProbability(1)));
    }

    // Long rows are summed in blocks and in single precision; the sum of exponentials in double precision is the measure.
    @ParameterizedTest
    @ValueSource(ints = {2047, 2048, 2049, 32_000, 151_936})
    void longRowsAreAsExactAsLogitsAre(int count) {
        Random random = new Random(count);
        for (float spread : new float[] {0.1f, 3, 30}) {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) random.nextGaussian() * spread - 5;
            }
            LogSoftmax softmax = LogSoftmax.of(logits(values));
            double sum = IntStream.range(0, count).mapToDouble(i -> Math.exp((double) values[i])).sum();
            int likeliest = IntStream.range(0, count).reduce(0, (best, i) -> values[i] > values[best] ? i : best);
            assertEquals(likeliest, softmax.argmax());
            assertEquals(values[likeliest], softmax.max());
            assertEquals(Math.log(sum), softmax.max() + softmax.logSum(), 2e-7);
        }
    }

    @Test
    void equalLogitsOfALongRowShareTheProbabilityAndTheFirstWins() {
        LogSoftmax softmax = LogSoftmax.of(logits(new float[5000]));
        assertEquals(0, softmax.argmax());
        assertEquals(-Math.log(5000), softmax.logProbability(0), 1e-12);
        float[] two = new float[9000];
        two[3000] = 7;
        two[8500] = 7;
        assertEquals(3000, LogSoftmax.of(logits(two)).argmax());
    }

    @Test
    void excludedTokensOfALongRowAddNothing() {
        float[] values = new float[6000];
        Arrays.fill(values, 0, 4500, Float.NEGATIVE_INFINITY);
        LogSoftmax softmax = LogSoftmax.of(logits(values));
        assertEquals(4500, softmax.argmax());
        assertEquals(-Math.log(1500), softmax.logProbability(0), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 3000, 4999})
    void aLogitOfALongRowThatIsNoNumberShows(int place) {
        float[] values = new float[5000];
        values[place] = Float.NaN;
        assertTrue(Double.isNaN(LogSoftmax.of(logits(values)).logProbability(0)));
    }

    private static MemorySegment logits(float... values) {
        return MemorySegment.ofArray(values);
    }
}
