package pruefstand.task.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pruefstand.engine.FakeScorer;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.Vocabulary;
import pruefstand.task.Progress;
import pruefstand.task.Spans;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

class PerplexityTest {

    /** Costs one bit where a byte is repeated, two where it is not. */
    private static final FakeScorer.Bigrams ONE_BIT_OR_TWO = (before, token) -> before == token ? 0.5 : 0.25;

    @Test
    void aUniformModelHasThePerplexityOfItsVocabularyByEveryMethod() {
        for (PerplexityMethod method : PerplexityMethod.values()) {
            FakeScorer uniform = FakeScorer.uniform(FakeScorer.addingNothing(), 16);
            PerplexityResult result = measure(uniform, "ein Text.\n\n".repeat(20), method, 16);
            assertEquals(257, result.perplexity(), 1e-9);
            assertEquals(0, result.stderr().orElseThrow(), 1e-6);
            assertEquals(Math.log(257), result.nll(), 1e-12);
            assertEquals(Math.log(257) / Math.log(2), result.bitsPerByte().orElseThrow(), 1e-9);
        }
    }

    @Test
    void scoresTheSecondHalvesOfDisjointChunks() {
        FakeScorer scorer = new FakeScorer(FakeScorer.addingNothing(), 64, ONE_BIT_OR_TWO);
        PerplexityResult result = measure(scorer, "aabbabbaa", PerplexityMethod.LLAMA_CPP, 4);
        // aab|b costs 1 bit, abb|a 2, the last a is dropped
        assertEquals(List.of("aab|b", "abb|a"), shown(scorer.seen()));
        assertEquals(Math.pow(2, 1.5), result.perplexity(), 1e-12);
        assertEquals(1.5, result.bitsPerByte().orElseThrow(), 1e-12);
        // nll 1 and 2 times ln 2: variance ln²2/4, over n - 1 = 1
        assertEquals(Math.pow(2, 1.5) * Math.log(2) / 2, result.stderr().orElseThrow(), 1e-12);
        assertEquals(2, result.tokens());
        assertEquals(2, result.chunks());
        assertEquals(4, result.contextLength());
        assertEquals(OptionalDouble.empty(), result.bytePerplexity());
        assertEquals(OptionalDouble.empty(), result.wordPerplexity());
    }

    @Test
    void replacesTheFirstTokenOfEachChunkByBos() {
        FakeScorer scorer = new FakeScorer(FakeScorer.addingBos(), 64, ONE_BIT_OR_TWO);
        measure(scorer, "aabbabba", PerplexityMethod.LLAMA_CPP, 4);
        assertEquals(List.of("^aa|b", "^ab|b"), shown(scorer.seen()));
    }

    @Test
    void rollsOverTheTextWithOneTokenOfContext() {
        FakeScorer scorer = new FakeScorer(FakeScorer.addingNothing(), 4, ONE_BIT_OR_TWO);
        PerplexityResult result = measure(scorer, "aabb bbaab", PerplexityMethod.LM_EVAL, 512);
        assertEquals(List.of("^|aabb", "b| bba", "bba|ab"), shown(scorer.seen()), "the last window is filled up to the left");
        // bits: 2 1 2 1 2 2 1 2 1 2
        assertEquals(1.6, result.bitsPerByte().orElseThrow(), 1e-12);
        assertEquals(Math.pow(2, 1.6), result.bytePerplexity().orElseThrow(), 1e-12);
        assertEquals(Math.pow(2, 8), result.wordPerplexity().orElseThrow(), 1e-12);
        assertEquals(10, result.tokens());
        assertEquals(3, result.chunks());
        assertEquals(4, result.contextLength());
    }

    @Test
    void scoresSpansGivenWhatPrecedesThem() {
        FakeScorer scorer = new FakeScorer(FakeScorer.addingNothing(), 64, ONE_BIT_OR_TWO);
        PerplexityResult result = measure(scorer, "aab\n\nbb", PerplexityMethod.SPANS, 64);
        assertEquals(List.of("^|aab\n\n", "aab\n\n|bb"), shown(scorer.seen()));
        // bits: 2 1 2 2 1 and 2 1
        assertEquals(11 / 7.0, result.bitsPerByte().orElseThrow(), 1e-12);
        assertEquals(7, result.tokens());
        assertEquals(2, result.chunks());
    }

    @Test
    void beginsASpanWithBosWhereTheModelWantsIt() {
        FakeScorer scorer = new FakeScorer(FakeScorer.addingBos(), 64, ONE_BIT_OR_TWO);
        measure(scorer, "aab\n\nbb", PerplexityMethod.SPANS, 64);
        assertEquals(List.of("^|aab\n\n", "^aab\n\n|bb"), shown(scorer.seen()));
    }

    @Test
    void looksAtNoMoreThanWasAskedFor() {
        FakeScorer scorer = new FakeScorer(FakeScorer.addingNothing(), 64, ONE_BIT_OR_TWO);
        PerplexityResult result = measure(scorer, "abcdefgh", PerplexityMethod.SPANS, 4);
        assertEquals(List.of("^|abc", "bc|de", "de|fg", "efg|h"), shown(scorer.seen()));
        assertEquals(4, result.contextLength());
    }

    @Test
    void saysHowManyTokensAShortTextHas() {
        FakeScorer scorer = new FakeScorer(FakeScorer.addingNothing(), 64, ONE_BIT_OR_TWO);
        Refusal refusal = assertThrows(Refusal.class, () -> measure(scorer, "abcdefg", PerplexityMethod.LLAMA_CPP, 4));
        assertEquals(RefusalKind.INPUT, refusal.kind());
        assertEquals("The text is too short: it has 7 tokens; at a context of 4 at least 8 are needed. "
                + "Take a longer text or a smaller context.", refusal.getMessage());
    }

    @Test
    void refusesAnEmptyText() {
        for (PerplexityMethod method : List.of(PerplexityMethod.LM_EVAL, PerplexityMethod.SPANS)) {
            Refusal refusal = assertThrows(Refusal.class,
                    () -> measure(FakeScorer.uniform(FakeScorer.addingNothing(), 64), "", method, 64));
            assertEquals("task.perplexity.empty", refusal.what().key());
        }
    }

    @Test
    void refusesAContextWithoutRoom() {
        FakeScorer scorer = FakeScorer.uniform(FakeScorer.addingNothing(), 64);
        Refusal refusal = assertThrows(Refusal.class, () -> measure(scorer, "abcdefgh", PerplexityMethod.LLAMA_CPP, 3));
        assertEquals("task.perplexity.context", refusal.what().key());
    }

    @Test
    void refusesToScoreAFirstTokenThatHasNothingBeforeIt() {
        Vocabulary bare = new Vocabulary(256, OptionalInt.empty(), OptionalInt.empty(), false);
        Refusal refusal = assertThrows(Refusal.class,
                () -> measure(FakeScorer.uniform(bare, 64), "abcdefgh", PerplexityMethod.LM_EVAL, 64));
        assertEquals("task.perplexity.no-prefix", refusal.what().key());
    }

    @Test
    void passesOnWhatCannotBe() {
        FakeScorer broken = new FakeScorer(FakeScorer.addingNothing(), 64, (_, _) -> 0);
        assertEquals(Double.POSITIVE_INFINITY, measure(broken, "abcdefgh", PerplexityMethod.LLAMA_CPP, 4).perplexity());
    }

    private static PerplexityResult measure(TokenScorer scorer, String text, PerplexityMethod method, int context) {
        return Perplexity.measure(scorer, new PerplexityRequest(text, method, context, new Spans(1, 100)), Progress.SILENT);
    }

    /** Tokens that are given, a bar, tokens that are scored; {@code ^} stands for the special token. */
    private static List<String> shown(List<TokenSequence> sequences) {
        return sequences.stream().map(sequence -> shown(sequence.tokens(), 0, sequence.from()) + "|"
                + shown(sequence.tokens(), sequence.from(), sequence.tokens().length)).toList();
    }

    private static String shown(int[] tokens, int from, int to) {
        return Arrays.stream(tokens, from, to).map(token -> token == FakeScorer.BOS ? '^' : token)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
