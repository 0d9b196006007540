package pruefstand.task.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Encoder;
import pruefstand.engine.FakeEncoder;
import pruefstand.engine.FakeEngine;
import pruefstand.metric.Estimate;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.evaluate.Evaluators;
import pruefstand.task.TaskFixture;

class StsEvaluatorTest {

    /** Puts a text of n words at the angle of n degrees. */
    private static final Function<String, float[]> ANGLE = text -> {
        double angle = Math.toRadians(text.split(" ").length);
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    };

    @TempDir
    private Path folder;

    @Test
    void findsAPerfectRankCorrelation() {
        Evaluation evaluation = evaluated(pairs(12), ANGLE);
        assertEquals("cosine_spearman", evaluation.main());
        assertEquals(List.of("cosine_spearman", "cosine_pearson", "manhattan_spearman", "euclidean_spearman"),
                List.copyOf(evaluation.metrics().keySet()));
        Estimate spearman = evaluation.metrics().get("cosine_spearman");
        assertEquals(1, spearman.value(), 1e-12);
        assertEquals(12, spearman.n());
        assertEquals("percentile bootstrap over items, 95 %, 1000, seed 7", spearman.interval());
    }

    @Test
    void saysWhatWasSetAndCut() {
        Map<String, Object> settings = evaluated(pairs(70), ANGLE).settings();
        assertEquals(70, settings.get("items"));
        assertEquals(2, settings.get("dimension"));
        assertEquals("mean", settings.get("pooling"));
        assertEquals(7 / 140.0, settings.get("truncated_share"), "pairs 64 to 70 have a first sentence of more than 64 words");
    }

    @Test
    void givesNoIntervalForFewPairs() {
        Estimate spearman = evaluated(pairs(9), ANGLE).metrics().get("cosine_spearman");
        assertEquals(OptionalDouble.empty(), spearman.low());
        assertEquals("none: 9 items, fewer than 10", spearman.interval());
    }

    @Test
    void keepsTheScoresOfEachPair() {
        List<Object> items = evaluated(pairs(12), ANGLE).items();
        StsItem last = assertInstanceOf(StsItem.class, items.get(11));
        assertEquals(11, last.index());
        assertEquals((float) Math.cos(Math.toRadians(12)), last.cosine(), 1e-6);
    }

    @Test
    void putsTheQueryPromptBeforeBothSentences() {
        Encoder onlyPrompted = new FakeEncoder(1, text -> {
            assertTrue(text.startsWith("query: "), text);
            return new float[] {text.length()};
        });
        evaluate(pairs(12), onlyPrompted, new Prompts("query: ", "passage: "));
    }

    @Test
    void givesAConstantModelNoCorrelationButAReason() {
        Outcome outcome = evaluate(pairs(12), new FakeEncoder(2, _ -> new float[] {1, 2}), Prompts.NONE);
        assertEquals(new Outcome.Invalid("no correlation: the model, or the gold scores, find all 12 pairs equally alike"),
                outcome);
    }

    @Test
    void namesThePlaceOfAVectorThatIsNoNumber() {
        Outcome outcome = evaluate(pairs(12), new FakeEncoder(1,
                text -> new float[] {text.split(" ").length == 4 ? Float.NaN : 1}), Prompts.NONE);
        assertEquals(new Outcome.Invalid("the model gave a vector that is not finite for sentence1 in pairs.jsonl:3"), outcome);
    }

    @Test
    void namesThePlaceOfAScoreOutsideTheScale() {
        assertInvalid("pairs.jsonl:3: score 5.1 is outside the scale 0.0 … 5.0", pairs(1) + "\n" + pair("a", "b", "5.1"));
    }

    @Test
    void namesThePlaceOfAMissingField() {
        assertInvalid("pairs.jsonl:2:", pairs(1) + "{\"sentence1\":\"a\",\"score\":1}\n");
        assertInvalid("sentence2 is missing", pairs(1) + "{\"sentence1\":\"a\",\"score\":1}\n");
        assertInvalid("pairs.jsonl:1:", "{\"sentence1\":\"a\",\"sentence2\":\"b\"}\n");
    }

    @Test
    void refusesAnEmptySet() {
        assertInvalid("pairs.jsonl: holds no items", "\n");
    }

    private void assertInvalid(String reason, String lines) {
        Outcome outcome = evaluate(lines, new FakeEncoder(2, ANGLE), Prompts.NONE);
        String found = assertInstanceOf(Outcome.Invalid.class, outcome).reason();
        assertTrue(found.contains(reason), found);
    }

    private Evaluation evaluated(String lines, Function<String, float[]> vectors) {
        return assertInstanceOf(Evaluation.class, evaluate(lines, new FakeEncoder(2, vectors), Prompts.NONE));
    }

    private Outcome evaluate(String lines, Encoder encoder, Prompts prompts) {
        return Evaluators.evaluate(TaskFixture.sts(folder, lines), prompts, FakeEngine.of(encoder), Progress.SILENT);
    }

    /** Pairs whose sentences are 1, 2, … words apart, with scores that fall accordingly. */
    private static String pairs(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> pair("w" + " w".repeat(i), "w", "" + (5 - i / 20.0)))
                .collect(Collectors.joining());
    }

    private static String pair(String first, String second, String score) {
        return "{\"sentence1\":\"" + first + "\",\"sentence2\":\"" + second + "\",\"score\":" + score + "}\n";
    }
}
