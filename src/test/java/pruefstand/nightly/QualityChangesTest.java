package pruefstand.nightly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.History;
import pruefstand.record.Recorded;
import pruefstand.record.StoredRecord;

/** Which qualities are really worse than the newest before. Runs "a" … "e" began in this order. */
class QualityChangesTest {

    @TempDir
    private Path folder;
    private final List<StoredRecord> all = new ArrayList<>();

    private StoredRecord right(String run, String variant, int right) {
        boolean[] items = new boolean[200];
        Arrays.fill(items, 0, right, true);
        StoredRecord record = new Recorded("m", variant, "bitext", run).right(folder, items);
        all.add(record);
        return record;
    }

    private List<Regression> changes(StoredRecord... tonight) {
        History history = new History(all.stream().sorted(Comparator.comparing(stored -> stored.content().started())).toList(), List.of());
        return new QualityChanges(history).regressions(Arrays.stream(tonight).map(StoredRecord::content).toList());
    }

    /** 150 and 100 of 200 right: 50 items are worse, none better. */
    @Test
    void aGreatLossIsARegression() {
        right("a", "q", 150);
        Regression found = changes(right("b", "q", 100)).getFirst();
        assertEquals(0.75, found.before(), 1e-12);
        assertEquals(0.5, found.now(), 1e-12);
        assertTrue(found.evidence() instanceof Regression.Paired(String blocks, double p) && blocks.equals("items") && p < 0.01);
    }

    @Test
    void gainsAndSmallLossesAreNone() {
        right("a", "q", 150);
        assertEquals(List.of(), changes(right("b", "q", 149)));
        assertEquals(List.of(), changes(right("c", "q", 190)));
    }

    @Test
    void theNewestBeforeCountsAndOnlyOfTheSameCell() {
        right("a", "q", 190);
        right("b", "q", 100);
        right("c", "other", 190);
        assertEquals(List.of(), changes(right("d", "q", 100)));
    }

    @Test
    void aFirstMeasurementIsNoChange() {
        assertEquals(List.of(), changes(right("a", "q", 10)));
    }
}
