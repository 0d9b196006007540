package pruefstand.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

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

    private static MemorySegment logits(float... values) {
        return MemorySegment.ofArray(values);
    }
}
