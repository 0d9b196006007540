package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelDivergenceTest {

    /** Probabilities of the true token: ½ and ½, ½ and ¼, ¼ and ½, ⅛ and ⅛. */
    private static final List<TokenDivergence> FOUR = List.of(token(0.1, 0.5, 0.5, true), token(0.2, 0.5, 0.25, true),
            token(0.3, 0.25, 0.5, false), token(0.6, 0.125, 0.125, true));

    private final ModelDivergence found = ModelDivergence.of(FOUR).orElseThrow();

    // mean 0.3; squares of deviations 0.04 + 0.01 + 0 + 0.09, by 4 and by 3
    @Test
    void meanDivergenceHasTheErrorOfAMean() {
        assertEstimate(0.3, Math.sqrt(0.14 / 4 / 3), found.klDivergence());
    }

    // position q·3 in 0.1, 0.2, 0.3, 0.6
    @Test
    void percentilesLieBetweenOrderStatistics() {
        DivergencePercentiles percentiles = found.percentiles();
        assertEquals(0.6, percentiles.max());
        assertEquals(0.3 + 0.997 * 0.3, percentiles.p999(), 1e-12);
        assertEquals(0.3 + 0.97 * 0.3, percentiles.p99(), 1e-12);
        assertEquals(0.3 + 0.85 * 0.3, percentiles.p95(), 1e-12);
        assertEquals(0.3 + 0.7 * 0.3, percentiles.p90(), 1e-12);
        assertEquals(0.25, percentiles.p50(), 1e-12);
        assertEquals(0.13, percentiles.p10(), 1e-12);
        assertEquals(0.115, percentiles.p5(), 1e-12);
        assertEquals(0.103, percentiles.p1(), 1e-12);
        assertEquals(0.1003, percentiles.p01(), 1e-12);
        assertEquals(0.1, percentiles.min());
    }

    // differences 0, −¼, ¼, 0: mean 0; mean of squares 1/32, their squares of deviations 4 · (1/32)²
    @Test
    void changesOfProbabilityAreCandidateLessBase() {
        assertEstimate(0, Math.sqrt(0.125 / 4 / 3), found.deltaP());
        assertEstimate(Math.sqrt(1 / 32.0), 1 / 32.0 / Math.sqrt(3) / (2 * Math.sqrt(1 / 32.0)), found.deltaPRms());
    }

    // ¾ ± sqrt(¾ · ¼ / 3)
    @Test
    void agreementHasTheErrorOfAShare() {
        assertEstimate(0.75, 0.25, found.topTokenAgreement());
    }

    // in units of ln 2: base 1, 1, 2, 3 and candidate 1, 2, 1, 3, both of mean 1¾ and of squares of deviations 2¾
    @Test
    void perplexitiesAndTheirRatioKnowThatBothSawTheSameText() {
        double perplexity = Math.pow(2, 1.75);
        double error = Math.log(2) * Math.sqrt(2.75 / 4 / 3);
        assertEstimate(perplexity, perplexity * error, found.base());
        assertEstimate(perplexity, perplexity * error, found.candidate());
        // differences 0, 1, −1, 0: variance of each 2.75/12, covariance 1.75/12
        assertEstimate(1, Math.log(2) * Math.sqrt(2 * 2.75 / 12 - 2 * 1.75 / 12), found.perplexityRatio());
        assertEquals(1.75 / 2.75, found.correlation().orElseThrow(), 1e-12);
    }

    // 0.1 and 0.2: squares of deviations 2 · 0.0025, by 2 and by 1
    @Test
    void twoTokensHaveAnError() {
        assertEstimate(0.15, 0.05, ModelDivergence.of(FOUR.subList(0, 2)).orElseThrow().klDivergence());
    }

    @Test
    void noTokensGiveNoNumbersAndOneNoErrors() {
        assertEquals(Optional.empty(), ModelDivergence.of(List.of()));
        ModelDivergence one = ModelDivergence.of(FOUR.subList(0, 1)).orElseThrow();
        assertEquals(new MeanEstimate(0.1, OptionalDouble.empty()), one.klDivergence());
        assertEquals(OptionalDouble.empty(), one.perplexityRatio().stderr());
        assertEquals(OptionalDouble.empty(), one.correlation());
    }

    @Test
    void aModelComparedWithItselfDoesNotDiffer() {
        List<TokenDivergence> same = IntStream.range(1, 50).mapToObj(i -> token(0, 1.0 / i, 1.0 / i, true)).toList();
        ModelDivergence none = ModelDivergence.of(same).orElseThrow();
        assertEstimate(0, 0, none.klDivergence());
        assertEstimate(0, 0, none.deltaPRms());
        assertEstimate(1, 0, none.topTokenAgreement());
        assertEstimate(1, 0, none.perplexityRatio());
        assertEquals(1, none.correlation().orElseThrow(), 1e-12);
    }

    @Test
    void notANumberShows() {
        List<TokenDivergence> broken = Collections.nCopies(3, token(Double.NaN, 0.5, Double.NaN, false));
        ModelDivergence found = ModelDivergence.of(broken).orElseThrow();
        assertTrue(Double.isNaN(found.klDivergence().value()));
        assertTrue(Double.isNaN(found.perplexityRatio().value()));
        assertEquals(OptionalDouble.empty(), found.correlation());
    }

    private static TokenDivergence token(double divergence, double base, double candidate, boolean sameTop) {
        return new TokenDivergence(divergence, Math.log(base), Math.log(candidate), sameTop);
    }

    private static void assertEstimate(double value, double stderr, MeanEstimate estimate) {
        assertEquals(value, estimate.value(), 1e-12);
        assertEquals(stderr, estimate.stderr().orElseThrow(), 1e-12);
    }
}
