package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.ItemFile;
import pruefstand.record.Recorded;
import pruefstand.record.StoredRecord;

/** {@code results verify}, {@code results prune} and {@code import}, from the command line. */
class ResultsFoldersTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private Path results;

    @BeforeEach
    void aWorkspace() throws IOException {
        results = folder.resolve("eval/results");
        Files.writeString(folder.resolve("reviews.txt"), "Wort/2026-11-20: Zählt.\n");
        settings("eval/results, eval/imported", "");
    }

    private void settings(String folders, String nightly) throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\nresults: [" + folders + "]\n" + nightly);
    }

    private static StoredRecord record(Path where, String run) throws IOException {
        StoredRecord record = new Recorded("m", "q", "bitext", "20261121T020007Z-000" + run).right(where, true, false, true, true, true, true, true, true, true, true, true);
        Files.writeString(record.file(), Files.readString(record.file()).replace("\"key\" : \"key\"", "\"key\" : \"" + KEY + "\""));
        return record;
    }

    @Test
    void verifyTellsFileAndWhatToDo() throws IOException {
        StoredRecord record = record(results, "a");
        assertEquals(0, ProgramRun.in(folder, "results", "verify").code());
        Files.delete(ItemFile.of(record).path());
        ProgramRun run = ProgramRun.in(folder, "results", "verify");
        assertEquals(1, run.code());
        assertTrue(run.out().contains(record.file() + ": its items 20261121T020007Z-000a.items.jsonl.gz are missing") && run.out().contains("--fresh"), run.out());
        assertTrue(ProgramRun.in(folder, "results", "verify", "--json").out().startsWith("{\"records\":1,\"findings\":[{\"file\":"), run.out());
    }

    @Test
    void pruneOnlyTellsUntilItIsToldToApply() throws IOException {
        StoredRecord old = record(results, "a");
        record(results, "b");
        ProgramRun dry = ProgramRun.in(folder, "results", "prune", "--items-older-than", "1s");
        assertEquals(0, dry.code(), dry.err());
        assertEquals(ItemFile.of(old).path() + "\n", dry.out());
        assertTrue(dry.err().contains("nothing was deleted"), dry.err());
        assertTrue(Files.exists(ItemFile.of(old).path()));
        settings("eval/results", "nightly: {keep_items: 1s}\n");
        assertEquals(0, ProgramRun.in(folder, "results", "prune", "--apply").code());
        assertFalse(Files.exists(ItemFile.of(old).path()));
        assertEquals(0, ProgramRun.in(folder, "results", "verify").code());
    }

    @Test
    void pruneWantsToKnowWhatIsOld() {
        assertEquals(2, ProgramRun.in(folder, "results", "prune").code());
        assertEquals(2, ProgramRun.in(folder, "results", "prune", "--items-older-than", "soon").code());
        assertEquals(2, ProgramRun.in(folder, "results").code());
    }

    @Test
    void importLaysCopiesIntoTheFolderThatIsOnlyRead() throws IOException {
        Path other = folder.resolve("other");
        StoredRecord record = record(other, "a");
        Files.createDirectories(other.resolve("bitext/m/q"));
        Files.writeString(other.resolve("bitext/m/q/broken.json"), "{");
        ProgramRun run = ProgramRun.in(folder, "import", "other");
        assertEquals(1, run.code(), run.err());
        assertTrue(run.out().contains("broken.json: no record"), run.out());
        assertTrue(run.err().contains("1 record taken in"), run.err());
        assertTrue(Files.isRegularFile(folder.resolve("eval/imported").resolve(record.path())));
        Files.delete(other.resolve("bitext/m/q/broken.json"));
        ProgramRun again = ProgramRun.in(folder, "import", "other", "--json");
        assertEquals("{\"added\":0,\"known\":1,\"refused\":[]}\n", again.out());
        assertEquals(0, again.code());
    }

    @Test
    void importNeedsAFolderThatThisMachineDoesNotWrite() throws IOException {
        record(folder.resolve("other"), "a");
        assertEquals(2, ProgramRun.in(folder, "import", "other", "--into", "eval/results").code());
        settings("eval/results", "");
        ProgramRun run = ProgramRun.in(folder, "import", "other");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("results: [") && run.err().contains("eval/imported]"), run.err());
        assertEquals(3, ProgramRun.in(folder, "import", "nowhere").code());
    }
}
