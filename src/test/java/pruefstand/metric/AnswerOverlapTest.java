package pruefstand.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerOverlapTest {

    @Test
    void theSameWordsInTheSameOrderMatch() {
        assertOverlap(1, 1, 1, List.of("a", "b"), List.of("a", "b"));
        assertOverlap(0, 0, 1, List.of("b", "a"), List.of("a", "b"));
    }

    // two of four words are right, and two of two were found: 2 · ½ · 1 / 1½
    @Test
    void whatSurroundsTheAnswerCostsPrecision() {
        assertOverlap(0, 1, 2 / 3.0, List.of("x", "a", "b", "y"), List.of("a", "b"));
        assertOverlap(0, 0, 2 / 3.0, List.of("a", "x", "b", "y"), List.of("a", "b"));
    }

    // one a is shared: precision 1/3, recall 1/2
    @Test
    void aWordCountsAsOftenAsBothHaveIt() {
        assertOverlap(0, 0, 0.4, List.of("a", "a", "a"), List.of("a", "b"));
    }

    @Test
    void nothingIsLikeNothingOnly() {
        assertOverlap(1, 1, 1, List.of(), List.of());
        assertOverlap(0, 0, 0, List.of("a"), List.of());
        assertOverlap(0, 0, 0, List.of(), List.of("a"));
    }

    private static void assertOverlap(double exact, double contains, double f1, List<String> answer, List<String> expected) {
        AnswerOverlap overlap = new AnswerOverlap(answer, expected);
        assertEquals(exact, overlap.exactMatch());
        assertEquals(contains, overlap.contains());
        assertEquals(f1, overlap.f1(), 1e-12);
    }
}
