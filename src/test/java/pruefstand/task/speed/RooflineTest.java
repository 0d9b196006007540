package pruefstand.task.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pruefstand.metric.Estimate;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;

class RooflineTest {

    private static final Bandwidth BANDWIDTH = new Bandwidth(20, 1 << 20);

    @Test
    void theShareIsWhatIsReadOfWhatCouldBe() {
        // 5 tokens/s of 10⁹ bytes each are 5 of 20 GB/s.
        Evaluation added = added(Map.of("bytes_per_token", 1_000_000_000L));
        assertEquals(List.of("tg_tokens_per_second", "roofline_share"), List.copyOf(added.metrics().keySet()));
        Estimate share = added.metrics().get("roofline_share");
        assertEquals(0.25, share.value(), 1e-12);
        assertEquals(0.2, share.low().orElseThrow(), 1e-12);
        assertEquals(0.3, share.high().orElseThrow(), 1e-12);
        assertEquals(20.0, added.settings().get(Roofline.BANDWIDTH));
    }

    @Test
    void aModelThatFitsIntoTheCacheHasNone() {
        Evaluation added = added(Map.of("bytes_per_token", 2_097_151));
        assertFalse(added.metrics().containsKey("roofline_share"));
        assertEquals("2097151 bytes a token are fewer than twice the processor's cache of 1048576 bytes",
                added.settings().get("roofline_reason"));
        assertEquals(OptionalDouble.of(10 * 2_097_152 / 20e9), BANDWIDTH.share(10, OptionalLong.of(2_097_152)));
    }

    @Test
    void whereBytesAreNotKnownTheRecordSaysSo() {
        assertEquals("it is not known how many bytes this model reads for a token", added(Map.of()).settings().get("roofline_reason"));
    }

    @Test
    void whatIsNoEvaluationStaysAsItIs() {
        Outcome outcome = new Outcome.Unsuitable("no speed");
        assertSame(outcome, Roofline.addedTo(outcome, BANDWIDTH));
    }

    /** What a person waits for is no bare speed. */
    @Test
    void timesFromEndToEndHaveNoRoofline() {
        Estimate time = new Estimate(5, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 1, "none", false,
                Optional.of("s"));
        Evaluation evaluation = new Evaluation("time_to_first_token_seconds", Map.of("time_to_first_token_seconds", time), Map.of(), List.of());
        assertSame(evaluation, Roofline.addedTo(evaluation, BANDWIDTH));
    }

    private static Evaluation added(Map<String, Object> settings) {
        Estimate speed = new Estimate(5, OptionalDouble.of(4), OptionalDouble.of(6), OptionalDouble.of(0.5), 5, "t interval", true,
                Optional.of("tokens/s"));
        return assertInstanceOf(Evaluation.class, Roofline.addedTo(
                new Evaluation("tg_tokens_per_second", Map.of("tg_tokens_per_second", speed), settings, List.of()), BANDWIDTH));
    }
}
