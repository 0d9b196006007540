package pruefstand.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.text.Refusal;

/** The rule of lm-evaluation-harness, over a model whose tokens are bytes. */
class TokenContinuationsTest {

    @Test
    void contextAndContinuationAreOneSequenceAndTheContinuationIsScored() {
        assertSeen(FakeScorer.addingBos(), new Continuation("ab", " cd"), "ab cd", 3);
        assertSeen(FakeScorer.addingNothing(), new Continuation("ab", " cd"), "ab cd", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", " \t\n", "\u00a0", "\u0085", "\u001f", "\u3000"})
    void whiteSpaceAtTheEndOfTheContextBelongsToTheContinuation(String space) {
        assertSeen(FakeScorer.addingBos(), new Continuation("ab" + space, "cd"), "ab" + space + "cd", 3);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void withoutAContextTheTokenBeforeATextIsTheContext(String context) {
        FakeScorer bos = score(FakeScorer.addingBos(), new Continuation(context, "ab"));
        FakeScorer eos = score(FakeScorer.addingNothing(), new Continuation(context, "ab"));
        for (FakeScorer scorer : List.of(bos, eos)) {
            TokenSequence seen = scorer.seen().getFirst();
            assertEquals(1, seen.from());
            assertEquals(FakeScorer.BOS, seen.tokens()[0]);
            assertEquals(1 + context.length() + 2, seen.tokens().length);
        }
    }

    @Test
    void aVocabularyWithoutSuchATokenNeedsAContext() {
        Vocabulary bare = new Vocabulary(257, OptionalInt.empty(), OptionalInt.empty(), false);
        assertRefused("engine.continuation.no-prefix", bare, new Continuation("", "ab"));
        assertSeen(bare, new Continuation("a", "b"), "ab", 1);
    }

    @Test
    void whatIsTooLongLosesTokensOnTheLeft() {
        // The model looks at 8 tokens, and the ninth is scored without being read.
        FakeScorer scorer = score(FakeScorer.addingBos(), new Continuation("0123456789", "ab"));
        TokenSequence seen = scorer.seen().getFirst();
        assertArrayEquals(bytes("3456789ab"), seen.tokens());
        assertEquals(7, seen.from());
    }

    @Test
    void aContinuationMayFillTheContextAndNoMore() {
        FakeScorer scorer = score(FakeScorer.addingBos(), new Continuation("01", "abcdefgh"));
        assertArrayEquals(bytes("1abcdefgh"), scorer.seen().getFirst().tokens());
        assertEquals(1, scorer.seen().getFirst().from());
        assertRefused("engine.continuation.too-long", FakeScorer.addingBos(), new Continuation("01", "abcdefghi"));
    }

    @Test
    void nothingToScoreIsRefused() {
        assertRefused("engine.continuation.empty", FakeScorer.addingBos(), new Continuation("", ""));
    }

    // Each token has a quarter after 'a' and a half after others: ln ¼ + ln ½.
    @Test
    void theScoreIsTheSumOverTheContinuation() {
        FakeScorer scorer = new FakeScorer(FakeScorer.addingBos(), 8, (before, _) -> before == 'a' ? 0.25 : 0.5);
        List<ContinuationScore> scores = new TokenContinuations(scorer)
                .score(List.of(new Continuation("xa", "bc"), new Continuation("x", "b")));
        assertEquals(Math.log(0.125), scores.getFirst().logLikelihood(), 1e-12);
        assertEquals(2, scores.getFirst().tokens());
        assertTrue(scores.getFirst().greedy());
        assertEquals(new ContinuationScore(Math.log(0.5), 1, true), scores.getLast());
    }

    private static void assertSeen(Vocabulary vocabulary, Continuation continuation, String text, int from) {
        TokenSequence seen = score(vocabulary, continuation).seen().getFirst();
        int[] tokens = bytes(text);
        assertEquals(from, seen.from());
        int head = vocabulary.addsBos() ? 1 : 0;
        assertEquals(head + tokens.length, seen.tokens().length);
        for (int i = 0; i < tokens.length; i++) {
            assertEquals(tokens[i], seen.tokens()[head + i]);
        }
    }

    private static FakeScorer score(Vocabulary vocabulary, Continuation continuation) {
        FakeScorer scorer = FakeScorer.uniform(vocabulary, 8);
        new TokenContinuations(scorer).score(List.of(continuation));
        return scorer;
    }

    private static void assertRefused(String key, Vocabulary vocabulary, Continuation continuation) {
        Refusal refusal = assertThrows(Refusal.class, () -> score(vocabulary, continuation));
        assertEquals(key, refusal.what().key());
    }

    private static int[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int[] tokens = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            tokens[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return tokens;
    }
}
