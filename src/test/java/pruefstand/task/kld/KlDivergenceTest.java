package pruefstand.task.kld;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pruefstand.engine.FakeScorer;
import pruefstand.engine.Journal;
import pruefstand.engine.LogitCursor;
import pruefstand.engine.LogitSource;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.Vocabulary;
import pruefstand.metric.ModelDivergence;
import pruefstand.task.Progress;
import pruefstand.text.Refusal;

class KlDivergenceTest {

    private static final Vocabulary BYTES = FakeScorer.addingNothing();

    /** To the base, all 257 tokens are equally likely; the candidate gives the letter a half, and the rest to the others. */
    @Test
    void bothWalkThroughTheSecondHalfOfEachChunk() {
        Walks base = new Walks(0);
        Walks candidate = new Walks((float) Math.log(256));
        KldResult result = compare(base, candidate, "a".repeat(20), 8);
        // 2 chunks of 8, of which the tokens 5, 6 and 7 are scored; 4 tokens are left over
        assertEquals(2, result.chunks());
        assertEquals(8, result.contextLength());
        assertEquals(List.of(5, 6, 7, 5, 6, 7), base.seen);
        assertEquals(base.seen, candidate.seen);
        ModelDivergence found = result.divergence();
        assertEquals(6, found.tokens());
        // Σ 1/257 (ln 1/257 − ln q), q = 1/2 once and 1/512 for the 256 others
        double expected = -Math.log(257) + (Math.log(2) + 256 * Math.log(512)) / 257;
        assertEquals(expected, found.klDivergence().value(), 1e-6);
        assertEquals(expected, found.percentiles().max(), 1e-6);
        assertEquals(257, found.base().value(), 1e-4);
        assertEquals(2, found.candidate().value(), 1e-6);
        assertEquals(0.5 - 1.0 / 257, found.deltaP().value(), 1e-7);
        // Of equals the lowest id is the first choice: 0, not the letter.
        assertEquals(0, found.topTokenAgreement().value());
    }

    @Test
    void theShorterContextHoldsForBoth() {
        KldResult result = new KlDivergence(model(BYTES, 16, new Walks(0)), model(BYTES, 6, new Walks(0)))
                .measure(new KldRequest("a".repeat(20), 512), Progress.SILENT);
        assertEquals(6, result.contextLength());
        assertEquals(3, result.chunks());
        assertEquals(1, result.divergence().perplexityRatio().value());
    }

    @Test
    void differentVocabulariesAreRefused() {
        ComparedModel one = model(BYTES, 16, new Walks(0));
        ComparedModel other = model(new Vocabulary(258, OptionalInt.empty(), OptionalInt.of(FakeScorer.BOS), false), 16, new Walks(0));
        Refusal refusal = assertThrows(Refusal.class,
                () -> new KlDivergence(one, other).measure(new KldRequest("a".repeat(40), 16), Progress.SILENT));
        assertEquals("task.kld.vocabulary", refusal.what().key());
    }

    @Test
    void aTextThatIsTooShortIsRefused() {
        Refusal refusal = assertThrows(Refusal.class, () -> compare(new Walks(0), new Walks(0), "a".repeat(15), 8));
        assertEquals("task.perplexity.too-short", refusal.what().key());
        assertEquals("task.perplexity.context", assertThrows(Refusal.class,
                () -> compare(new Walks(0), new Walks(0), "a".repeat(15), 3)).what().key());
    }

    private static KldResult compare(Walks base, Walks candidate, String text, int context) {
        return new KlDivergence(model(BYTES, 16, base), model(BYTES, 16, candidate))
                .measure(new KldRequest(text, context), Progress.SILENT);
    }

    private static ComparedModel model(Vocabulary vocabulary, int contextLength, LogitSource logits) {
        return new ComparedModel("model", FakeScorer.uniform(vocabulary, contextLength), logits, Journal.NONE);
    }

    /** Logits of 0, and another one for the letter a. */
    private static final class Walks implements LogitSource {

        private final MemorySegment logits;
        private final List<Integer> seen = new ArrayList<>();

        Walks(float ofTheLetter) {
            float[] values = new float[BYTES.size()];
            values['a'] = ofTheLetter;
            logits = MemorySegment.ofArray(values);
        }

        @Override
        public LogitCursor walk(TokenSequence sequence) {
            return new LogitCursor() {
                private int at = sequence.from() - 1;

                @Override
                public boolean advance() {
                    return ++at < sequence.tokens().length;
                }

                @Override
                public MemorySegment logits() {
                    seen.add(at);
                    return logits;
                }
            };
        }
    }
}
