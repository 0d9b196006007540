package pruefstand.run.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.FilesBelow;
import pruefstand.record.ItemFile;
import pruefstand.record.RecordStore;
import pruefstand.record.Recorded;
import pruefstand.record.StoredRecord;

/** Records of another machine. */
class ResultsImportTest {

    private static final boolean[] RIGHT = {true, false, true, true, true, false, true, true, true, true, true, true};

    @TempDir
    private Path from;
    @TempDir
    private Path own;
    @TempDir
    private Path imported;

    private StoredRecord first;
    private StoredRecord second;

    @BeforeEach
    void twoRecords() throws IOException {
        first = Keyed.made(new Recorded("m", "q", "bitext", "20261121T020007Z-0001").right(from, RIGHT));
        second = Keyed.made(new Recorded("n", "q", "bitext", "20261121T020007Z-0001").right(from, RIGHT));
    }

    private ResultsImport.Report run() {
        return ResultsImport.of(from, List.of(own, imported), imported);
    }

    private static List<String> reasons(ResultsImport.Report report) {
        return report.refused().stream().map(finding -> finding.what().key()).toList();
    }

    @Test
    void aCopyOfEachIsTakenWithItsItems() throws IOException {
        assertEquals(new ResultsImport.Report(2, 0, List.of()), run());
        assertEquals(-1, Files.mismatch(first.file(), imported.resolve(first.path())));
        assertTrue(Files.isRegularFile(RecordStore.itemsOf(imported.resolve(second.path()))));
        assertEquals(List.of(), ResultsCheck.of(List.of(own, imported)).findings());
    }

    @Test
    void theSecondTimeNothingIsNew() {
        run();
        assertEquals(new ResultsImport.Report(0, 2, List.of()), run());
    }

    @Test
    void whatThisMachineHasItselfIsNotTakenTwice() throws IOException {
        RecordStore.copy(first, own.resolve(first.path()));
        assertEquals(new ResultsImport.Report(1, 1, List.of()), run());
        assertFalse(Files.exists(imported.resolve(first.path())));
    }

    @Test
    void aBrokenRecordIsNamedAndTheOthersAreTaken() throws IOException {
        Files.writeString(first.file(), "{");
        ResultsImport.Report report = run();
        assertEquals(1, report.added());
        assertEquals(List.of("run.results.unreadable"), reasons(report));
        assertEquals(first.file(), report.refused().getFirst().file());
    }

    @Test
    void aRecordWithDamagedItemsIsNotTaken() throws IOException {
        Files.writeString(ItemFile.of(first).path(), "no gzip");
        assertEquals(List.of("run.results.damaged-items"), reasons(run()));
        assertFalse(Files.exists(imported.resolve(first.path())));
    }

    @Test
    void otherContentOfTheSameCellAndRunIsRefused() throws IOException {
        run();
        Files.writeString(first.file(), Files.readString(first.file()).replace("\"seconds\" : 1.5", "\"seconds\" : 2.5"));
        ResultsImport.Report report = run();
        assertEquals(List.of("run.results.other-content"), reasons(report));
        assertEquals(1, report.known());
        assertTrue(Files.readString(imported.resolve(first.path())).contains("\"seconds\" : 1.5"), "what is there stays");
    }

    @Test
    void aHomeFolderOrAKeyIsNotTaken() throws IOException {
        Files.writeString(first.file(), Files.readString(first.file()).replace("\"os\" : \"Linux amd64\"", "\"os\" : \"/home/anna/linux\""));
        Files.writeString(second.file(), Files.readString(second.file()).replace("\"os\" : \"Linux amd64\"",
                "\"os\" : \"hf_" + "abcdefghijKLMNOPQRST0123\""));
        assertEquals(List.of("run.results.home", "run.results.secret"), reasons(run()));
    }

    @Test
    void whereARecordLiesDoesNotMatterOnlyWhatItSays() throws IOException {
        Path elsewhere = Files.createDirectories(from.resolve("a"));
        Files.move(first.file(), elsewhere.resolve("20261121T020007Z-0001.json"));
        Files.move(ItemFile.of(first).path(), elsewhere.resolve("20261121T020007Z-0001.items.jsonl.gz"));
        assertEquals(2, run().added());
        assertTrue(Files.isRegularFile(imported.resolve(first.path())));
    }

    /** The second of one cell: of the first the place alone would tell. */
    @Test
    void aRunThatLeadsToAnotherFolderIsRefusedAndNothingIsWrittenThere() throws IOException {
        String good = Files.readString(first.file());
        List<String> runs = List.of("../../../../escaped", "/tmp/escaped", "..", "a/b", "a\\u0000b", "a\\\\b", "", "run1", "20261121T020007Z-ABCD", "20261121T020007Z-00011");
        for (int i = 0; i < runs.size(); i++) {
            Files.writeString(first.file().resolveSibling("z" + i + ".json"),
                    good.replace("\"run\" : \"20261121T020007Z-0001\"", "\"run\" : \"" + runs.get(i) + "\""));
        }
        ResultsImport.Report report = run();
        assertEquals(2, report.added());
        assertEquals(7, reasons(report).stream().filter("run.results.unreadable"::equals).count());
        assertEquals(3, reasons(report).stream().filter("run.results.run"::equals).count());
        assertFalse(Files.exists(imported.resolveSibling("escaped.json")));
        assertEquals(4, FilesBelow.of(imported, 9).size());
    }

    @Test
    void noPlaceIsTakenThatIsNotBelowTheFolder() {
        assertEquals(Path.of("/in/a/b.json"), ResultsImport.below(Path.of("/in"), Path.of("a/b.json")));
        for (String place : List.of("../b.json", "a/../../b.json", "/b.json", "a/..", "../into/b.json")) {
            assertThrows(IllegalArgumentException.class, () -> ResultsImport.below(Path.of("/in"), Path.of(place)), place);
        }
    }
}
