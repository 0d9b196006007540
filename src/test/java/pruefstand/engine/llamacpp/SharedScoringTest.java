package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.engine.Engine;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;

/** What several sequences begin with is decoded once, and nobody can tell by the scores. */
class SharedScoringTest {

    @ParameterizedTest
    @ValueSource(strings = {"tiny-de-en-m-f16.gguf", "tiny-de-en-m-q8_0.gguf", "tiny-de-en-m-q4_k_m.gguf",
        "fixtures/tiny-qwen3-f32.gguf", "fixtures/tiny-qwen3moe-f32.gguf", "fixtures/tiny-gemma3-f32.gguf",
        "fixtures/tiny-granitehybrid-f32.gguf", "fixtures/tiny-mamba2-f32.gguf"})
    void choicesScoreAsTheyDoAlone(String file) {
        try (Engine engine = Models.open(file, 1)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            List<TokenSequence> choices = choices(scorer);
            assertTrue(new ScoringPlan(choices, 256).batches().stream().allMatch(ScoringBatch.Sharing.class::isInstance));
            List<TokenScores> together = scorer.score(choices);
            for (int i = 0; i < choices.size(); i++) {
                TokenScores alone = scorer.score(choices.subList(i, i + 1)).getFirst();
                assertArrayEquals(alone.logLikelihoods(), together.get(i).logLikelihoods(), file.contains("q4_k_m") ? 1e-5 : 0);
            }
            assertBitIdenticalInAnyOrder(scorer, choices, together);
        }
    }

    private static void assertBitIdenticalInAnyOrder(TokenScorer scorer, List<TokenSequence> choices, List<TokenScores> expected) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, choices.size()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        List<TokenScores> found = scorer.score(order.stream().map(choices::get).toList());
        for (int i = 0; i < order.size(); i++) {
            assertArrayEquals(expected.get(order.get(i)).logLikelihoods(), found.get(i).logLikelihoods());
        }
    }

    /** Three questions of 80, 150 and 200 tokens with four choices of 1 to 12 tokens each. */
    private static List<TokenSequence> choices(TokenScorer scorer) {
        int[] tokens = scorer.tokenize(Models.text("de"), true);
        Random random = new Random(5);
        List<TokenSequence> choices = new ArrayList<>();
        for (int context : new int[] {80, 150, 200}) {
            for (int choice = 0; choice < 4; choice++) {
                int length = 1 + random.nextInt(12);
                int[] sequence = Arrays.copyOfRange(tokens, context, context + context + length);
                int from = random.nextInt(tokens.length - length);
                System.arraycopy(tokens, from, sequence, context, length);
                choices.add(new TokenSequence(sequence, context));
            }
        }
        return choices;
    }

    @Test
    void choicesOfAQuestionMeetAndQuestionsDoNot() {
        List<TokenSequence> sequences = new ArrayList<>();
        for (int question = 1; question <= 2; question++) {
            for (int choice = 1; choice <= 3; choice++) {
                sequences.add(sequence(100, question, 20, choice));
            }
        }
        Collections.swap(sequences, 1, 4);
        // 120 tokens of context, the last of which each choice reads for itself; 3 tokens are read, and 16 fill a call.
        ContinuationShape shape = new ContinuationShape(119, 8, 1);
        assertEquals(List.of(new ScoringBatch.Sharing(shape, List.of(0, 4, 2)), new ScoringBatch.Sharing(shape, List.of(3, 1, 5))),
                new ScoringPlan(sequences, 256).batches());
    }

    @Test
    void onlyShortContinuationsOfLongContextsAreDivided() {
        assertTrue(ContinuationShape.suits(new TokenSequence(new int[66], 65), 256));
        assertFalse(ContinuationShape.suits(new TokenSequence(new int[66], 64), 256));
        assertTrue(ContinuationShape.suits(new TokenSequence(new int[160], 100), 256));
        assertFalse(ContinuationShape.suits(new TokenSequence(new int[161], 100), 256));
        // What fills a call must fit into the model's context, too.
        assertTrue(ContinuationShape.suits(new TokenSequence(new int[242], 241), 256));
        assertFalse(ContinuationShape.suits(new TokenSequence(new int[243], 242), 256));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 16, 1", "1, 4, 4, 1", "1, 8, 4, 2", "1, 100, 4, 15", "9, 4, 12, 1", "16, 4, 16, 2", "24, 3, 24, 2",
        "60, 4, 60, 4"})
    void restsFillEvenCalls(int longest, int count, int rest, int calls) {
        ContinuationShape shape = ContinuationShape.of(200, longest, count);
        assertEquals(new ContinuationShape(199, rest, calls), shape);
        assertEquals(512, shape.room());
        assertTrue(count / calls * rest >= 16 && Math.ceilDiv(count, calls) * rest <= 60);
    }

    /** Zeros, then the question's number, then three tokens of a choice, which are scored. */
    private static TokenSequence sequence(int common, int question, int length, int choice) {
        int[] tokens = new int[common + length + 3];
        Arrays.fill(tokens, common, common + length, question);
        Arrays.fill(tokens, common + length, tokens.length, choice);
        return new TokenSequence(tokens, common + length);
    }
}
