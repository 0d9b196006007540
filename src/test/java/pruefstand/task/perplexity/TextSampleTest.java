package pruefstand.task.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pruefstand.engine.FakeScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;

class TextSampleTest {

    private static final FakeScorer BYTES = FakeScorer.uniform(FakeScorer.addingBos(), 64);

    @Test
    void tokensThatHoldPartsOfACharacterStandTogetherAndTheirSurpriseIsAdded() {
        TokenSequence sequence = new TokenSequence(new int[] {FakeScorer.BOS, 'a', 0xC3, 0xBC, 'b'}, 1);
        TextSample sample = TextSample.of(BYTES, sequence, new TokenScores(new double[] {-1, -2, -0.5, -0.25}, new boolean[4]));
        assertEquals(List.of("a", "\u00fc", "b"), sample.text());
        assertEquals(List.of(1f, 2.5f, 0.25f), sample.nll());
    }

    @Test
    void aCharacterThatIsCutAtTheEndIsLeftOut() {
        TokenSequence sequence = new TokenSequence(new int[] {'a', 'b', 0xC3}, 1);
        assertEquals(List.of("b"), TextSample.of(BYTES, sequence, new TokenScores(new double[] {-1, -2}, new boolean[2])).text());
    }

    @Test
    void aLongTextIsShownToItsHundredAndTwentiethPiece() {
        int[] tokens = new int[200];
        java.util.Arrays.fill(tokens, 'x');
        TextSample sample = TextSample.of(BYTES, new TokenSequence(tokens, 1), new TokenScores(new double[199], new boolean[199]));
        assertEquals(120, sample.text().size());
    }
}
