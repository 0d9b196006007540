package pruefstand.task.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeScorer;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.Vocabulary;
import pruefstand.metric.Estimate;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.ItemScores;
import pruefstand.task.ItemsAnew;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.TaskKind;
import pruefstand.task.evaluate.Evaluators;

class PerplexityEvaluatorTest {

    /** Half of the probability is the last token's again, the rest is the others'. */
    private static final FakeScorer.Bigrams REPEATING = (before, token) -> before == token ? 0.5 : 0.5 / 256;

    /** 12 paragraphs of 32 bytes. */
    private static final String TEXT = IntStream.range(0, 12)
            .mapToObj(i -> Character.toString('a' + i).repeat(30) + "\n\n").collect(Collectors.joining());

    @TempDir
    private Path folder;

    @Test
    void givesBitsPerByteFirstAndPerplexityBesideIt() {
        Evaluation evaluation = evaluated(new FakeScorer(FakeScorer.addingNothing(), 512, REPEATING), 32);
        assertEquals(List.of("bits_per_byte", "token_perplexity", "word_perplexity", "byte_perplexity", "nll"), List.copyOf(evaluation.metrics().keySet()));
        // each paragraph: its first letter and the first line end cost 9 bits, the other 30 bytes 1
        Estimate bits = evaluation.metrics().get("bits_per_byte");
        assertEquals((2 * 9 + 30) / 32.0, bits.value(), 1e-12);
        assertEquals(12, bits.n());
        assertEquals("block bootstrap over spans, 95 %, 1000, seed 7", bits.interval());
        assertEquals(bits.value(), bits.low().orElseThrow(), 1e-12, "all spans are alike");
        // chunks of 32 tokens are paragraphs: the last 15 tokens are scored, one of them the first line end
        Estimate perplexity = evaluation.metrics().get("token_perplexity");
        assertEquals(Math.pow(2, (9 + 14) / 15.0), perplexity.value(), 1e-9);
        assertEquals(12 * 15, perplexity.n());
        assertEquals(Math.log(perplexity.value()), evaluation.metrics().get("nll").value(), 1e-12);
        assertEquals("block bootstrap over chunks, 95 %, 1000, seed 7", perplexity.interval());
    }

    // A paragraph costs 48 bits; there are 12, of 384 bytes, and 13 words by Python's way of splitting, the last one empty.
    @Test
    void givesPerplexityOfWordsAndBytesAsLmEvalCountsThem() {
        Evaluation evaluation = evaluated(new FakeScorer(FakeScorer.addingNothing(), 32, REPEATING), 32);
        Estimate words = evaluation.metrics().get("word_perplexity");
        assertEquals(12 * 48 * Math.log(2) / 13, Math.log(words.value()), 1e-9);
        assertEquals(Math.pow(2, 1.5), evaluation.metrics().get("byte_perplexity").value(), 1e-9);
        assertEquals("block bootstrap over windows, 95 %, 1000, seed 7", words.interval());
        assertEquals(words.value(), words.low().orElseThrow(), 1e-6 * words.value(), "all windows are alike");
        assertEquals(384, words.n());
        assertEquals(32, evaluation.settings().get("rolling_context"));
    }

    @Test
    void leavesOutWhatTheTaskDoesNotWant() {
        Task task = TaskFixture.perplexity(folder, TEXT, "context: 32\nspans: {bytes: 32, preceding: 32}\nrolling: false\n");
        Evaluation evaluation = assertInstanceOf(Evaluation.class, Evaluators.evaluate(task, Prompts.NONE,
                FakeEngine.of(new FakeScorer(FakeScorer.addingNothing(), 512, REPEATING)), Progress.SILENT));
        assertEquals(List.of("bits_per_byte", "token_perplexity", "nll"), List.copyOf(evaluation.metrics().keySet()));
        assertEquals(24, evaluation.items().size());
        assertEquals(false, evaluation.settings().containsKey("rolling_context"));
    }

    @Test
    void keepsTheScoresOfEveryChunkSpanAndWindow() {
        List<Object> items = evaluated(new FakeScorer(FakeScorer.addingNothing(), 512, REPEATING), 32).items();
        assertEquals(25, items.size());
        BlockItem chunk = assertInstanceOf(BlockItem.class, items.getFirst());
        assertEquals("chunk", chunk.block());
        assertEquals(15, chunk.tokens());
        BlockItem window = assertInstanceOf(BlockItem.class, items.getLast());
        assertEquals("window", window.block());
        assertEquals(384, window.bytes());
        BlockItem span = assertInstanceOf(BlockItem.class, items.get(23));
        assertEquals("span", span.block());
        assertEquals(11, span.index());
        assertEquals(32, span.bytes());
        assertEquals((2 * 9 + 30) * Math.log(2), span.nll(), 1e-9);
        assertEquals(1, span.windows());
    }

    @Test
    void theItemsGiveEveryMetricAnew() {
        ItemsAnew.assertGives(TaskKind.PERPLEXITY, evaluated(new FakeScorer(FakeScorer.addingNothing(), 512, REPEATING), 32));
    }

    /** Spans are the same for every model; chunks of 32 and of 16 tokens are not. */
    @Test
    void spansArePairedWhateverTheContextAndChunksAreNot() {
        ItemScores wide = scores(32);
        ItemScores narrow = scores(16);
        assertEquals(wide.of("bits_per_byte").orElseThrow().ids(), narrow.of("bits_per_byte").orElseThrow().ids());
        assertNotEquals(wide.of("token_perplexity").orElseThrow().ids(), narrow.of("token_perplexity").orElseThrow().ids());
    }

    private ItemScores scores(int context) {
        return new PerplexityEvaluator().scores(ItemsAnew.kept(
                evaluated(new FakeScorer(FakeScorer.addingNothing(), context, REPEATING), context).items()));
    }

    @Test
    void cutsToTheContextAndSaysSo() {
        Evaluation evaluation = evaluated(new FakeScorer(FakeScorer.addingNothing(), 16, REPEATING), 32);
        assertEquals(16, evaluation.settings().get("context"));
        assertEquals(32, evaluation.settings().get("context_requested"));
        assertEquals(16, evaluation.settings().get("span_context"));
        assertEquals(1.0, evaluation.settings().get("spans_windowed_share"));
        assertEquals(1.5, evaluation.metrics().get("bits_per_byte").value(), 1e-12, "windows leave a bigram model as it is");
    }

    @Test
    void saysThatNoSpanHadToBeWindowed() {
        Evaluation evaluation = evaluated(new FakeScorer(FakeScorer.addingNothing(), 512, REPEATING), 32);
        assertEquals(0.0, evaluation.settings().get("spans_windowed_share"));
        assertEquals(32, evaluation.settings().get("span_bytes"));
        assertEquals(32, evaluation.settings().get("span_preceding_bytes"));
        assertEquals(7L, evaluation.settings().get("seed"));
    }

    @Test
    void refusesAModelThatOnlyGuesses() {
        assertInvalid("not better than guessing", FakeScorer.uniform(FakeScorer.addingNothing(), 512));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertInvalid("the log-likelihood of chunk 1 is not finite: -Infinity",
                new FakeScorer(FakeScorer.addingNothing(), 512, (_, _) -> 0));
        assertInvalid("the log-likelihood of chunk 2 is not finite: NaN", new FakeScorer(FakeScorer.addingNothing(), 512,
                (before, token) -> token == 'b' ? Double.NaN : REPEATING.probability(before, token)));
    }

    @Test
    void refusesAModelThatWantsABosItDoesNotHave() {
        Vocabulary vocabulary = new Vocabulary(257, OptionalInt.empty(), OptionalInt.of(256), true);
        assertInvalid("wants a token that begins every text (BOS)", new FakeScorer(vocabulary, 512, REPEATING));
    }

    @Test
    void reportsProgressToItsEnd() {
        List<Long> done = new ArrayList<>();
        Task task = task(32);
        Evaluators.evaluate(task, Prompts.NONE, FakeEngine.of(new FakeScorer(FakeScorer.addingNothing(), 512, REPEATING)),
                (step, total) -> {
                    assertEquals(25, total);
                    done.add(step);
                });
        assertEquals(List.of(0L, 8L, 16L, 24L, 25L), done);
    }

    private void assertInvalid(String reason, TokenScorer scorer) {
        String found = assertInstanceOf(Outcome.Invalid.class, evaluate(scorer, 32)).reason();
        assertTrue(found.contains(reason), found);
    }

    private Evaluation evaluated(TokenScorer scorer, int context) {
        return assertInstanceOf(Evaluation.class, evaluate(scorer, context));
    }

    private Outcome evaluate(TokenScorer scorer, int context) {
        return Evaluators.evaluate(task(context), Prompts.NONE, FakeEngine.of(scorer), Progress.SILENT);
    }

    private Task task(int context) {
        return TaskFixture.perplexity(folder, TEXT, "context: " + context + "\nspans: {bytes: 32, preceding: 32}\n");
    }
}
