package pruefstand.run.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.ItemFile;
import pruefstand.record.Recorded;
import pruefstand.record.StoredRecord;

/** What is found in a folder of results, and that nothing else is. */
class ResultsCheckTest {

    private static final boolean[] RIGHT = {true, false, true, true, true, false, true, true, true, true, true, true};

    @TempDir
    private Path folder;

    private StoredRecord good;

    @BeforeEach
    void oneGoodRecord() throws IOException {
        good = Keyed.made(new Recorded("m", "q", "bitext", "20261121T020007Z-0001").right(folder, RIGHT));
    }

    private List<String> found(Path... folders) {
        return ResultsCheck.of(List.of(folders)).findings().stream()
                .map(finding -> finding.what().key().substring("run.results.".length()) + " " + finding.file().getFileName()).toList();
    }

    @Test
    void aGoodRecordIsNotSpokenOf() throws IOException {
        Files.writeString(folder.resolve(".lock"), "");
        Files.createDirectories(folder.resolve(".logs"));
        Files.writeString(folder.resolve(".logs/20261121T020007Z-0001.log"), "text");
        assertEquals(new ResultsCheck.Report(1, List.of()), ResultsCheck.of(List.of(folder, folder.resolve("not-there"))));
    }

    @Test
    void aKeyThatIsNoneIsNamed() throws IOException {
        replace(good.file(), Keyed.KEY, "short");
        assertEquals(List.of("key 20261121T020007Z-0001.json"), found(folder));
    }

    @Test
    void anotherSchemaIsNamed() throws IOException {
        replace(good.file(), "\"schema\" : 1", "\"schema\" : 2");
        assertEquals(List.of("schema 20261121T020007Z-0001.json"), found(folder));
    }

    @Test
    void aRecordThatIsCutOffIsNamed() throws IOException {
        Files.writeString(good.file(), Files.readString(good.file()).substring(0, 200));
        assertEquals(List.of("unreadable 20261121T020007Z-0001.json"), found(folder));
    }

    @Test
    void aRecordInAnothersPlaceIsNamed() throws IOException {
        Path wrong = Files.createDirectories(folder.resolve("bitext/other/q"));
        Files.move(good.file(), wrong.resolve("20261121T020007Z-0001.json"));
        Files.move(ItemFile.of(good).path(), wrong.resolve("20261121T020007Z-0001.items.jsonl.gz"));
        assertEquals(List.of("place 20261121T020007Z-0001.json"), found(folder));
    }

    @Test
    void aRecordUnderAnotherNameThanItsRunIsNamed() throws IOException {
        Files.move(good.file(), good.file().resolveSibling("run2.json"));
        Files.move(ItemFile.of(good).path(), good.file().resolveSibling("run2.items.jsonl.gz"));
        assertEquals(List.of("place run2.json"), found(folder));
    }

    @Test
    void itemsThatAreMissingAreNamedUnlessTheRuleTookThem() throws IOException {
        Path items = ItemFile.of(good).path();
        PrunedItems.in(folder).add(items);
        Files.delete(items);
        assertEquals(List.of(), found(folder));
        Files.delete(folder.resolve(".pruned"));
        assertEquals(List.of("no-items 20261121T020007Z-0001.json"), found(folder));
    }

    @Test
    void itemsThatAreCutOffAreNamed() throws IOException {
        Path items = ItemFile.of(good).path();
        Files.write(items, java.util.Arrays.copyOf(Files.readAllBytes(items), 40));
        assertEquals(List.of("damaged-items 20261121T020007Z-0001.json"), found(folder));
    }

    @Test
    void itemsThatGiveAnotherNumberAreNamed() throws IOException {
        replace(good.file(), "\"value\" : 0.8333333333333334", "\"value\" : 0.84");
        assertEquals(List.of("other-number 20261121T020007Z-0001.json"), found(folder));
    }

    @Test
    void whatDoesNotBelongThereIsNamed() throws IOException {
        Files.writeString(good.file().resolveSibling(".run9.json.part"), "{");
        Files.writeString(good.file().resolveSibling("run8.items.jsonl.gz"), "");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertEquals(List.of("leftover .run9.json.part", "lonely-items run8.items.jsonl.gz", "stranger notes.txt"),
                found(folder).stream().sorted().toList());
    }

    @Test
    void theSameRecordInTwoFoldersIsNamed(@TempDir Path other) throws IOException {
        Path copy = Files.createDirectories(other.resolve(good.path()).getParent());
        Files.copy(good.file(), copy.resolve("20261121T020007Z-0001.json"));
        Files.copy(ItemFile.of(good).path(), copy.resolve("20261121T020007Z-0001.items.jsonl.gz"));
        assertEquals(List.of("twice 20261121T020007Z-0001.json"), found(folder, other));
    }

    @Test
    void aFailedRecordNeedsNoItems() throws IOException {
        Recorded failed = new Recorded("m", "q", "bitext", "20261121T020007Z-0003");
        Keyed.made(failed.write(folder, failed.failed(pruefstand.task.TaskKind.BITEXT_MINING), List.of()));
        assertEquals(List.of(), found(folder));
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertEquals(true, text.contains(from), text);
        Files.writeString(file, text.replace(from, to));
    }
}
