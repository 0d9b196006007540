package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Interval INTERVAL = new Interval(OptionalDouble.of(1), OptionalDouble.of(3), OptionalDouble.of(0.5), "by guess");

    @Test
    void joinsAMetricItsValueAndItsInterval() {
        assertEquals(new Estimate(2, OptionalDouble.of(1), OptionalDouble.of(3), OptionalDouble.of(0.5), 7, "by guess", false,
                Optional.of("nats/token")), Estimate.of(Metric.NLL, 2, 7, INTERVAL));
    }

    @Test
    void aFormulaMayKnowTheErrorBetter() {
        assertEquals(new Interval(OptionalDouble.of(1), OptionalDouble.of(3), OptionalDouble.of(0.6), "by guess"),
                INTERVAL.withStderr(OptionalDouble.of(0.6)));
    }

    @Test
    void refusesWhatIsNoNumberAndHalfAnInterval() {
        assertThrows(IllegalArgumentException.class, () -> Estimate.of(Metric.ACC, Double.NaN, 7, INTERVAL));
        assertThrows(IllegalArgumentException.class, () -> Estimate.of(Metric.ACC, 1, 7,
                new Interval(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.empty(), "half")));
        assertThrows(IllegalArgumentException.class, () -> Estimate.of(Metric.ACC, 1, 7,
                new Interval(OptionalDouble.empty(), OptionalDouble.of(1), OptionalDouble.empty(), "half")));
    }

    @Test
    void aMetricKnowsItsDirectionUnitAndTheLengthItDependsOn() {
        assertEquals(new Metric("pp_tokens_per_second", true, Optional.of("tokens/s"), Optional.of("prompt")), Metric.PP_TOKENS_PER_SECOND);
        assertEquals(new Metric("tg_tokens_per_second", true, Optional.of("tokens/s"), Optional.of("generate")), Metric.TG_TOKENS_PER_SECOND);
        assertEquals(new Metric("time_to_first_token_seconds", false, Optional.of("s"), Optional.of("generate")), Metric.TIME_TO_FIRST_TOKEN_SECONDS);
        assertEquals(new Metric("word_perplexity", false, Optional.empty(), Optional.of("rolling_context")), Metric.WORD_PERPLEXITY);
        assertEquals(new Metric("token_perplexity", false, Optional.empty(), Optional.of("context")), Metric.TOKEN_PERPLEXITY);
        assertEquals(new Metric("acc", true, Optional.empty(), Optional.empty()), Metric.ACC);
        assertEquals(new Metric("ndcg_at_10", true, Optional.empty(), Optional.empty()), RankingMeasure.NDCG.at(10));
    }
}
