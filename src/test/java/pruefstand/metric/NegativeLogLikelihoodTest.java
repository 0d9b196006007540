package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NegativeLogLikelihoodTest {

    /** Four tokens of 1, 2, 3 and 1 bits. */
    private static final NegativeLogLikelihood SEVEN_BITS = of(0.5, 0.25, 0.125, 0.5);

    @Test
    void perplexityIsTwoToTheBitsPerToken() {
        assertEquals(Math.pow(2, 7 / 4.0), SEVEN_BITS.tokenPerplexity().orElseThrow(), 1e-12);
        assertEquals(7 / 4.0 * Math.log(2), SEVEN_BITS.mean().orElseThrow(), 1e-12);
    }

    @Test
    void standardErrorIsThatOfLlamaPerplexity() {
        // nll = ln 2 * (1, 2, 3, 1): variance (15/4 - 49/16) ln² 2 = 11/16 ln² 2, over 3
        double error = Math.sqrt(11 / 16.0 / 3) * Math.log(2);
        assertEquals(error, SEVEN_BITS.standardError().orElseThrow(), 1e-12);
        assertEquals(Math.pow(2, 7 / 4.0) * error, SEVEN_BITS.tokenPerplexityStandardError().orElseThrow(), 1e-12);
    }

    @Test
    void countsBitsByBytesNotByTokens() {
        assertEquals(7 / 14.0, SEVEN_BITS.bitsPerByte(14).orElseThrow(), 1e-12);
        assertEquals(Math.pow(2, 0.5), SEVEN_BITS.bytePerplexity(14).orElseThrow(), 1e-12);
        assertEquals(Math.pow(2, 3.5), SEVEN_BITS.wordPerplexity(2).orElseThrow(), 1e-12);
    }

    @Test
    void blocksAddUpToTheWhole() {
        NegativeLogLikelihood sum = NegativeLogLikelihood.sum(List.of(of(0.5, 0.25), of(0.125, 0.5)));
        assertEquals(4, sum.tokens());
        assertEquals(SEVEN_BITS.sum(), sum.sum(), 1e-12);
        assertEquals(SEVEN_BITS.squares(), sum.squares(), 1e-12);
    }

    @Test
    void nothingScoredGivesNothing() {
        NegativeLogLikelihood none = NegativeLogLikelihood.sum(List.of());
        assertEquals(OptionalDouble.empty(), none.mean());
        assertEquals(OptionalDouble.empty(), none.tokenPerplexity());
        assertEquals(OptionalDouble.empty(), none.standardError());
        assertEquals(OptionalDouble.empty(), none.bitsPerByte(10));
        assertEquals(OptionalDouble.empty(), none.wordPerplexity(10));
        assertEquals(OptionalDouble.empty(), SEVEN_BITS.bitsPerByte(0));
    }

    /** nll = ln 2 · (1, 2): variance ¼ ln² 2, over 1. */
    @Test
    void twoTokensHaveAnError() {
        assertEquals(0.5 * Math.log(2), of(0.5, 0.25).standardError().orElseThrow(), 1e-12);
    }

    @Test
    void oneTokenHasNoError() {
        assertEquals(OptionalDouble.empty(), of(0.5).standardError());
        assertEquals(OptionalDouble.empty(), of(0.5).tokenPerplexityStandardError());
    }

    @Test
    void impossibleTokensShow() {
        assertEquals(Double.POSITIVE_INFINITY, of(0.5, 0).tokenPerplexity().orElseThrow());
        assertTrue(Double.isNaN(of(Double.NaN).mean().orElseThrow()));
    }

    private static NegativeLogLikelihood of(double... probabilities) {
        return NegativeLogLikelihood.of(DoubleStream.of(probabilities).map(Math::log).toArray());
    }
}
