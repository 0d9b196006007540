package pruefstand.model.hub;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HubPatternTest {

    private static final HubPattern TEST = new HubPattern("data/test-*.parquet");

    @Test
    void aStarStandsForLettersOfOneName() {
        assertTrue(TEST.matches("data/test-00000-of-00001.parquet"));
        assertFalse(TEST.matches("data/test-a/b.parquet"));
        assertFalse(TEST.matches("data/test-00000-of-00001xparquet"));
        assertTrue(new HubPattern("a[1].csv").matches("a[1].csv"));
        assertTrue(new HubPattern("a.csv").isExact());
        assertFalse(TEST.isExact());
    }

    @Test
    void aSetThatIsCutUpIsWholeWithAllItsParts() {
        assertFalse(TEST.isComplete(List.of()));
        assertTrue(TEST.isComplete(List.of("data/test-00000-of-00001.parquet")));
        assertFalse(TEST.isComplete(List.of("data/test-00000-of-00002.parquet")));
        assertTrue(TEST.isComplete(List.of("data/test-00000-of-00002.parquet", "data/test-00001-of-00002.parquet")));
        assertTrue(TEST.isComplete(List.of("data/test-a-00000-of-00001.parquet", "data/test-b-00000-of-00001.parquet")));
        assertTrue(new HubPattern("*.jsonl").isComplete(List.of("a.jsonl", "b.jsonl")));
    }

    @Test
    void whatIsNamedItselfIsWholeAlone() {
        assertTrue(new HubPattern("data/test-00000-of-00002.parquet").isComplete(List.of("data/test-00000-of-00002.parquet")));
        assertFalse(new HubPattern("a.csv").isComplete(List.of("b.csv")));
    }
}
