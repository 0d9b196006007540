package pruefstand.task.summarization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.FakeEncoder;
import pruefstand.engine.FakeEngine;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.evaluate.Evaluators;

class SummarizationEvaluatorTest {

    private static final String LINE = "{\"text\": \"t\", \"human_summaries\": %s, \"machine_summaries\": %s, \"relevance\": %s}%n";

    @TempDir
    private Path folder;

    /**
     * A text is the angle of its vector in degrees. First text: people wrote 0 and 90; the machines' 80, 30, 50 are 10, 30 and 40 degrees
     * from the nearest, and people like them in the order 5, 3, 1: correlation 1. Second text: people wrote 0; 10, 20, 30, found 1, 2,
     * 3: correlation -1. Third: 10, 20, 30, found 2, 3, 1: ranks 3, 2, 1 with 2, 3, 1 correlate by ½. Fourth: people find all equal, so it
     * is left out.
     */
    @Test
    void eachTextHasItsCorrelationAndTheirMeanStands() {
        Evaluation found = assertInstanceOf(Evaluation.class, run(task(LINE.formatted("[\"0\", \"90\"]", "[\"80\", \"30\", \"50\"]", "[5, 3, 1]")
                + LINE.formatted("[\"0\"]", "[\"10\", \"20\", \"30\"]", "[1, 2, 3]")
                + LINE.formatted("[\"0\"]", "[\"10\", \"20\", \"30\"]", "[2, 3, 1]")
                + LINE.formatted("[\"0\"]", "[\"10\", \"20\", \"30\"]", "[2, 2, 2]")), SummarizationEvaluatorTest::angle));
        assertEquals("cosine_spearman", found.main());
        assertEquals((1 - 1 + 0.5) / 3, found.metrics().get("cosine_spearman").value(), 1e-12);
        assertEquals((1 - 1 + 0.5) / 3, found.metrics().get("euclidean_spearman").value(), 1e-12);
        assertEquals(3, found.metrics().get("cosine_spearman").n());
        assertEquals(1, found.settings().get("texts_left_out"));
        assertEquals(4, found.items().size());
        assertEquals(Math.cos(Math.toRadians(40)), ((SummaryItem) found.items().getFirst()).cosine()[2], 1e-6);
    }

    @Test
    void aModelThatFindsAllAlikeHasNoCorrelation() {
        assertInvalid("no correlation: the model, or those who judged, find all summaries of each of the 1 texts equally good",
                LINE.formatted("[\"0\"]", "[\"10\", \"20\"]", "[1, 2]"), _ -> new float[] {1, 2});
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        assertInvalid("not finite for a summary in items.jsonl:1", LINE.formatted("[\"0\"]", "[\"10\", \"20\"]", "[1, 2]"),
                _ -> new float[] {1, Float.NaN});
        assertFaulty("items.jsonl:1:", "[\"0\"]", "[\"10\", \"20\"]", "[1]");
        assertFaulty("a number for each of the 2 machine_summaries, got [1.0]", "[\"0\"]", "[\"10\", \"20\"]", "[1]");
        assertFaulty("at least one of human_summaries and two of machine_summaries, got 0 and 2", "[]", "[\"10\", \"20\"]", "[1, 2]");
        assertFaulty("must not hold null", "[null]", "[\"10\", \"20\"]", "[1, 2]");
        assertInvalid("relevance is missing", "{\"text\": \"t\", \"human_summaries\": [\"a\"], \"machine_summaries\": [\"b\", \"c\"]}\n",
                SummarizationEvaluatorTest::angle);
    }

    private void assertFaulty(String reason, String human, String machine, String relevance) {
        assertInvalid(reason, LINE.formatted(human, machine, relevance), SummarizationEvaluatorTest::angle);
    }

    private void assertInvalid(String reason, String lines, Function<String, float[]> vectors) {
        String found = assertInstanceOf(Outcome.Invalid.class, run(task(lines), vectors)).reason();
        assertTrue(found.contains(reason), found);
    }

    private Task task(String lines) {
        return TaskFixture.items(folder, "summarization", lines);
    }

    private static float[] angle(String text) {
        double radians = Math.toRadians(Integer.parseInt(text));
        return new float[] {(float) Math.cos(radians), (float) Math.sin(radians)};
    }

    private static Outcome run(Task task, Function<String, float[]> vectors) {
        return Evaluators.evaluate(task, Prompts.NONE, FakeEngine.of(new FakeEncoder(2, vectors)), Progress.SILENT);
    }
}
