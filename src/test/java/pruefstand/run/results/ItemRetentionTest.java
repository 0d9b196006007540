package pruefstand.run.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.ItemFile;
import pruefstand.record.Recorded;
import pruefstand.record.StoredRecord;

/** Which items may go. */
class ItemRetentionTest {

    private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");
    private static final boolean[] RIGHT = {true, false, true, true, true, false, true, true, true, true, true, true};

    @TempDir
    private Path folder;

    /** The hash of the run's id tells when it began: each digit a second after the one before. */
    private StoredRecord record(String run) throws IOException {
        return Keyed.made(new Recorded("m", "q", "bitext", "20261121T020007Z-000" + run).right(folder, RIGHT));
    }

    private static List<Path> files(List<ItemRetention.Old> old) {
        return old.stream().map(ItemRetention.Old::file).toList();
    }

    @Test
    void theNewestItemsOfACellStayAndAllRecordsDo() throws IOException {
        StoredRecord a = record("a");
        StoredRecord b = record("b");
        StoredRecord c = record("c");
        ItemRetention rule = new ItemRetention(folder, LATER);
        assertEquals(List.of(ItemFile.of(a).path(), ItemFile.of(b).path()), files(rule.old()));
        assertTrue(Files.exists(ItemFile.of(a).path()), "looking deletes nothing");
        rule.delete(rule.old());
        assertFalse(Files.exists(ItemFile.of(a).path()) || Files.exists(ItemFile.of(b).path()));
        assertTrue(Files.exists(ItemFile.of(c).path()));
        assertTrue(Files.exists(a.file()) && Files.exists(b.file()) && Files.exists(c.file()));
        assertEquals(List.of(), ResultsCheck.of(List.of(folder)).findings(), "nobody misses what the rule took");
        assertEquals(List.of(), rule.old());
    }

    @Test
    void whatIsYoungerStays() throws IOException {
        StoredRecord a = record("a");
        record("b");
        record("c");
        Instant afterA = a.content().started().plusMillis(1);
        assertEquals(List.of(ItemFile.of(a).path()), files(new ItemRetention(folder, afterA).old()));
    }

    @Test
    void eachClassOfMachinesKeepsItsNewest() throws IOException {
        StoredRecord a = record("a");
        Files.writeString(a.file(), Files.readString(a.file()).replace("\"cpu\" : \"cpu\"", "\"cpu\" : \"another\""));
        StoredRecord b = record("b");
        record("c");
        assertEquals(List.of(ItemFile.of(b).path()), files(new ItemRetention(folder, LATER).old()));
    }
}
