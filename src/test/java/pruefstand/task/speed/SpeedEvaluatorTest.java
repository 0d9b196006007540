package pruefstand.task.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeProbe;
import pruefstand.engine.SpeedTest;
import pruefstand.metric.Estimate;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;

class SpeedEvaluatorTest {

    /** A slow warm-up and five repetitions, for the prompt and for the generation. */
    private static final List<Double> SECONDS = List.of(100.0, 1.0, 2.0, 1.0, 2.0, 1.0, 100.0, 4.0, 4.0, 4.0, 4.0, 4.0);

    private static final String SWEEP = "prompt: 32\ngenerate: 16\nrepetitions: 1\n";

    @TempDir
    private Path folder;

    @Test
    void countsTokensPerSecondWithoutTheWarmUp() {
        Evaluation evaluation = evaluate(new FakeProbe(1024, SECONDS), "");
        assertEquals("tg_tokens_per_second", evaluation.main());
        assertEquals(List.of("tg_tokens_per_second", "pp_tokens_per_second"), List.copyOf(evaluation.metrics().keySet()));
        assertEquals(32, evaluation.metrics().get("tg_tokens_per_second").value());
        Estimate prompt = evaluation.metrics().get("pp_tokens_per_second");
        assertEquals((3 * 512 + 2 * 256) / 5.0, prompt.value(), 1e-12);
        assertEquals(5, prompt.n());
        assertEquals(140.2169 / Math.sqrt(5), prompt.stderr().orElseThrow(), 1e-4);
    }

    @Test
    void givesNoSpreadWhereThereIsNone() {
        Estimate generated = evaluate(new FakeProbe(1024, SECONDS), "").metrics().get("tg_tokens_per_second");
        assertEquals(OptionalDouble.of(0), generated.stderr());
        assertEquals(OptionalDouble.of(32), generated.low());
        assertEquals("t interval from the sample deviation, 95 %, 5 repetitions", generated.interval());
    }

    @Test
    void cutsLengthsToTheContextAndSaysSo() {
        Evaluation evaluation = evaluate(new FakeProbe(256, SECONDS), "prompt: 512\ngenerate: 128\n");
        assertEquals(256, evaluation.settings().get("prompt"));
        assertEquals(512, evaluation.settings().get("prompt_requested"));
        assertEquals("pp256", evaluation.settings().get("prompt_test"));
        assertEquals(128, evaluation.settings().get("generate"));
        assertEquals("tg128", evaluation.settings().get("generate_test"));
        assertEquals(0.9, (double) evaluation.settings().get("generate_engine_share"), 1e-12);
    }

    @Test
    void givesEachRepetitionOtherTokens() {
        FakeProbe probe = new FakeProbe(1024, SECONDS);
        evaluate(probe, "");
        assertEquals(List.of(7L, 8L, 9L, 10L, 11L, 12L, 7L, 8L, 9L, 10L, 11L, 12L),
                probe.seen().stream().map(test -> test.seed()).toList());
    }

    @Test
    void keepsTheSamples() {
        Evaluation evaluation = evaluate(new FakeProbe(1024, SECONDS), "");
        assertEquals(10, evaluation.items().size());
        assertEquals(new SpeedItem("pp512", 1, 256), evaluation.items().get(1));
        assertEquals(new SpeedItem("tg128", 4, 32), evaluation.items().get(9));
    }

    @Test
    void givesNoIntervalForOneRepetition() {
        Estimate generated = evaluate(new FakeProbe(1024, List.of(9.0, 1.0, 9.0, 2.0)), "repetitions: 1\n").metrics()
                .get("tg_tokens_per_second");
        assertEquals(64, generated.value());
        assertEquals(OptionalDouble.empty(), generated.low());
        assertEquals("none: 1 repetition, fewer than 2", generated.interval());
    }

    /** After a warm-up of 9 seconds each: 32 tokens in 1 s, 16 in 2, at a depth 32 in 2 and 16 in 4, and two texts of 16 in 1. */
    @Test
    void runsTheUsualTestFirstThenTheDepthsThenTheSequences() {
        FakeProbe probe = new FakeProbe(1024, List.of(9.0, 1.0, 9.0, 2.0, 9.0, 2.0, 9.0, 4.0, 9.0, 1.0));
        Evaluation evaluation = evaluate(probe, SWEEP + "depths: [0, 64, 1024, 4096]\nsequences: [1, 2]\n");
        assertEquals(List.of("pp32", "tg16", "pp32@d64", "tg16@d64", "tg16@s2"), tests(evaluation, "test"));
        assertEquals(List.of(32.0, 8.0, 16.0, 4.0, 32.0), tests(evaluation, "mean"));
        assertEquals(List.of(0, 0, 64, 64, 0), tests(evaluation, "depth"));
        assertEquals(List.of(1, 1, 1, 1, 2), tests(evaluation, "sequences"));
        assertEquals(8, evaluation.metrics().get("tg_tokens_per_second").value());
        assertEquals(32, evaluation.metrics().get("pp_tokens_per_second").value());
        assertEquals(List.of(0, 64, 0), probe.seen().stream().filter(test -> test.generate() > 0 && test.seed() == 7)
                .map(SpeedTest::depth).toList());
        assertEquals(new SpeedItem("tg16@s2", 0, 32), evaluation.items().getLast());
    }

    @Test
    void cutsWhatDoesNotFitBesideADepth() {
        FakeProbe probe = new FakeProbe(100, List.of(9.0, 1.0, 9.0, 1.0, 9.0, 1.0, 9.0, 1.0));
        assertEquals(List.of("pp32", "tg16", "pp10@d90", "tg10@d90"), tests(evaluate(probe, SWEEP + "depths: [90, 100]\n"), "test"));
    }

    @Test
    void opensForItsDeepestTest() {
        Task task = TaskFixture.speed(folder, SWEEP + "depths: [0, 64, 4096]\n");
        assertEquals(OptionalInt.of(4128), new SpeedEvaluator().settings(task.definition(), EngineSettings.withThreads(1)).context());
    }

    /** Without a sweep there is nothing to list. */
    @Test
    void theUsualTestAloneListsNoTests() {
        assertFalse(evaluate(new FakeProbe(1024, SECONDS), "").settings().containsKey("tests"));
        assertFalse(evaluate(new FakeProbe(1024, SECONDS), "depths: [0]\nsequences: [1]\n").settings().containsKey("tests"));
    }

    private static List<?> tests(Evaluation evaluation, String key) {
        return ((List<?>) evaluation.settings().get("tests")).stream().map(test -> ((Map<?, ?>) test).get(key)).toList();
    }

    private Evaluation evaluate(FakeProbe probe, String settings) {
        Task task = TaskFixture.speed(folder, settings);
        return assertInstanceOf(Evaluation.class,
                new SpeedEvaluator(Optional::empty).evaluate(task, Prompts.NONE, FakeEngine.of(probe), Progress.SILENT));
    }
}
