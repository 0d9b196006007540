package pruefstand.task.masked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Engine;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeMaskedModel;
import pruefstand.engine.FakeModel;
import pruefstand.engine.MaskedScores;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.evaluate.Evaluators;

class FillMaskEvaluatorTest {

    private static final String FOUR = """
            {"text": "zero [MASK] x", "answer": "0"}
            {"text": "three [MASK] x y", "answer": "3"}
            {"text": "five [MASK]", "answer": "5"}
            {"text": "word [MASK]", "answer": "unknown"}
            """;

    @TempDir
    private Path folder;

    /** The guesses are the tokens 0 to 4 in this order, so that 0 is the first, 3 among five, and 5 none. */
    @Test
    void theFirstGuessAndTheFirstFiveCount() {
        Evaluation found = assertInstanceOf(Evaluation.class, run(FOUR, new Guesses(-0.5, -2)));
        assertEquals("top_1_accuracy", found.main());
        assertEquals(0.25, found.metrics().get("top_1_accuracy").value());
        assertEquals(0.5, found.metrics().get("top_5_accuracy").value());
        assertEquals(0.75, found.settings().get("single_token_share"));
        // 3 + 4 + 2 + 2 words, each of ln p = -2
        assertEquals(Math.exp(2), found.metrics().get("pseudo_perplexity").value(), 1e-12);
        GapItem second = (GapItem) found.items().get(1);
        assertEquals(List.of(4, 4), List.of(second.rank(), second.tokens()));
        assertEquals(8, second.nll());
    }

    // 3 tokens of 1 nat and 4 of 2: exp(11/7), not the mean of two perplexities
    @Test
    void longTextsWeighMoreInPseudoPerplexity() {
        Task task = TaskFixture.items(folder, "fill-mask", """
                {"text": "a [MASK] b", "answer": "1"}
                {"text": "a [MASK] b c", "answer": "1"}
                """);
        Guesses guesses = new Guesses(-0.5, 0) {
            @Override
            public List<MaskedScores> score(List<String> texts) {
                return texts.stream().map(text -> new MaskedScores(text.endsWith("c") ? new double[] {-2, -2, -2, -2}
                        : new double[] {-1, -1, -1}, false)).toList();
            }
        };
        Evaluation found = assertInstanceOf(Evaluation.class, run(task, FakeModel.of(guesses)));
        assertEquals(Math.exp(11 / 7.0), found.metrics().get("pseudo_perplexity").value(), 1e-12);
    }

    @Test
    void aModelThatFindsAllWordsEquallyLikelyHasNoNumber() {
        assertInvalid("the model tells no word from another: its first 5 guesses are equally likely in each of the 4 texts", FOUR,
                new Guesses(0, -2));
    }

    @Test
    void numbersThatAreNoneNameTheirLine() {
        assertInvalid("a log-likelihood that is not finite for items.jsonl:1", FOUR, new Guesses(Double.NaN, -2));
        assertInvalid("a log-likelihood that is not finite for items.jsonl:1", FOUR, new Guesses(-0.5, Double.NEGATIVE_INFINITY));
    }

    @Test
    void aMaskThatIsNotReadNamesItsLine() {
        assertInvalid("the model reads 64 tokens, and sees nothing hidden in items.jsonl:1",
                "{\"text\": \"" + "a ".repeat(70) + "[MASK]\", \"answer\": \"1\"}\n", new Guesses(-0.5, -2));
    }

    @Test
    void dataThatCannotBeUsedAreNamedByFileAndLine() {
        assertInvalid("items.jsonl:1:", "{\"text\": \"no mask\", \"answer\": \"1\"}\n", new Guesses(-0.5, -2));
        assertInvalid("text: expected [MASK] once, got 'no mask'", "{\"text\": \"no mask\", \"answer\": \"1\"}\n", new Guesses(-0.5, -2));
        assertInvalid("expected [MASK] once", "{\"text\": \"[MASK] [MASK]\", \"answer\": \"1\"}\n", new Guesses(-0.5, -2));
        assertInvalid("answer is missing", "{\"text\": \"[MASK]\"}\n", new Guesses(-0.5, -2));
        assertInvalid("items.jsonl: holds no items", "", new Guesses(-0.5, -2));
    }

    @Test
    void aModelWithoutMasksIsUnsuitable() {
        assertEquals(new Outcome.Unsuitable("the model guesses no hidden words"),
                run(TaskFixture.items(folder, "fill-mask", FOUR), FakeEngine.unable()));
    }

    private void assertInvalid(String reason, String lines, Guesses guesses) {
        String found = assertInstanceOf(Outcome.Invalid.class, run(lines, guesses)).reason();
        assertTrue(found.contains(reason), found);
    }

    private Outcome run(String lines, Guesses guesses) {
        return run(TaskFixture.items(folder, "fill-mask", lines), FakeModel.of(guesses));
    }

    private static Outcome run(Task task, Engine engine) {
        return Evaluators.evaluate(task, Prompts.NONE, engine, Progress.SILENT);
    }

    /** A number is the token of that id. */
    private static class Guesses extends FakeMaskedModel {

        Guesses(double step, double logLikelihood) {
            super(step, logLikelihood, word -> word.equals("unknown") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word)));
        }
    }
}
