package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.metric.Estimate;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.task.DataException;
import pruefstand.task.TaskKind;

class RecordStoreTest {

    private static final Path CELL = Path.of("stsb-de", "m", "q");

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatItWrote() {
        RunRecord record = record("20261121T020007Z-3f9c", Instant.parse("2026-11-21T02:00:07Z"));
        RecordStore store = new RecordStore(List.of(folder));
        Path file = store.write(record, CELL, List.of());
        assertEquals(folder.resolve("stsb-de/m/q/20261121T020007Z-3f9c.json"), file);
        History history = store.read();
        assertEquals(List.of(record), history.records().stream().map(StoredRecord::content).toList());
        assertEquals(Path.of("stsb-de/m/q/20261121T020007Z-3f9c.json"), history.records().getFirst().path());
        assertEquals(List.of(), history.unreadable());
    }

    /** One that failed before anything was known of it. */
    @Test
    void readsRecordsThatHaveNeitherMetricsNorSettings() {
        RunRecord full = record("20261121T020007Z-3f9c", Instant.EPOCH);
        RunRecord bare = new RunRecord(full.schema(), full.key(), full.run(), full.model(), full.variant(), full.task(), Status.FAILED,
                Optional.of("it did not start"), Optional.empty(), Map.of(), Map.of(), full.guards(), Optional.empty(), Optional.empty(), full.host(),
                full.harness(), full.started(), full.seconds(), OptionalLong.empty(), Optional.empty());
        RecordStore store = new RecordStore(List.of(folder));
        store.write(bare, CELL, List.of());
        assertEquals(List.of(bare), store.read().records().stream().map(StoredRecord::content).toList());
    }

    @Test
    void aFullDiskIsToldWithTheFileAndLosesNothingThatWasThere() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        store.write(record("before", Instant.EPOCH), CELL, List.of(Map.of("x", 1)));
        for (String draft : List.of(".now.json.part", ".now.items.jsonl.gz.part")) {
            // Linux has a device that is always full; what is written goes there until the link is removed.
            Path link = Files.createSymbolicLink(folder.resolve(CELL).resolve(draft), Path.of("/dev/full"));
            UncheckedIOException full = Assertions.assertThrows(UncheckedIOException.class,
                    () -> store.write(record("now", Instant.EPOCH), CELL, List.of(Map.of("x", 2))));
            assertTrue(full.getCause().getMessage().contains("now.") && full.getCause().getMessage().contains("No space left"),
                    full.getCause().getMessage());
            Files.deleteIfExists(link);
            try (Stream<Path> files = Files.list(folder.resolve(CELL))) {
                assertEquals(Set.of("before.json", "before.items.jsonl.gz"),
                        files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
            }
        }
        store.write(record("now", Instant.EPOCH), CELL, List.of(Map.of("x", 2)));
        assertEquals(2, store.read().records().size());
    }

    @Test
    void keepsItemsBesideTheRecord() throws IOException {
        record Item(int index, double score) {
        }
        Path file = new RecordStore(List.of(folder)).write(record("r", Instant.EPOCH), CELL,
                List.of(new Item(0, 0.5), new Item(1, 0.25)));
        try (var in = new GZIPInputStream(Files.newInputStream(RecordStore.itemsOf(file)))) {
            assertEquals("{\"index\":0,\"score\":0.5}\n{\"index\":1,\"score\":0.25}\n",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void readsBackTheItemsOfARecord() {
        record Item(int index, float score) {
        }
        RecordStore store = new RecordStore(List.of(folder));
        store.write(record("r", Instant.EPOCH), CELL, List.of(new Item(0, 0.1f), new Item(1, 0.3f)));
        ItemFile items = ItemFile.of(store.read().records().getFirst());
        assertTrue(items.exists());
        assertEquals(List.of(new Item(0, 0.1f), new Item(1, 0.3f)), items.read(Item.class));
    }

    @Test
    void readsItemsThatArePackedWithZstd() throws IOException {
        record Item(int index) {
        }
        RecordStore store = new RecordStore(List.of(folder));
        Path file = store.write(record("r", Instant.EPOCH), CELL, List.of());
        byte[] packed = Zstd.compress("{\"index\":0}\n{\"index\":1}\n".getBytes(StandardCharsets.UTF_8));
        Path items = Files.write(file.resolveSibling("r.items.jsonl.zst"), packed);
        ItemFile found = ItemFile.of(store.read().records().getFirst());
        assertTrue(found.exists());
        assertEquals(List.of(new Item(0), new Item(1)), found.read(Item.class));
        Files.write(items, Arrays.copyOf(packed, packed.length - 3));
        complains("r.items.jsonl.zst: ", () -> found.read(Item.class));
    }

    @Test
    void itemsThatUnpackToMoreThanAnyTextAreRefused() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        Path file = store.write(record("r", Instant.EPOCH), CELL, List.of());
        Files.write(file.resolveSibling("r.items.jsonl.zst"), Zstd.compress(new byte[65 << 20]));
        complains("r.items.jsonl.zst: expands to more than 67108864 bytes",
                () -> ItemFile.of(store.read().records().getFirst()).read(Object.class));
    }

    @Test
    void namesItemsThatCannotBeRead() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        Path file = RecordStore.itemsOf(store.write(record("r", Instant.EPOCH), CELL, List.of(Map.of("x", 1), Map.of("y", 2))));
        ItemFile items = ItemFile.of(store.read().records().getFirst());
        record Item(int x) {
        }
        complains("r.items.jsonl.gz:2:", () -> items.read(Item.class));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        complains("r.items.jsonl.gz: is cut off", () -> items.read(Object.class));
        whole[whole.length - 5] ^= 1;
        Files.write(file, whole);
        complains("r.items.jsonl.gz: is damaged", () -> items.read(Object.class));
        Files.writeString(file, "neither packed nor JSON");
        complains("r.items.jsonl.gz:1:", () -> items.read(Object.class));
    }

    @Test
    void aRunThatIsNoFilesNameMakesNoRecord() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        String whole = Files.readString(store.write(record("a", Instant.EPOCH), CELL, List.of()));
        for (String run : List.of("..", "../../x", "/x", "x\\u0000y", "x.json", "", "a".repeat(62))) {
            Files.writeString(folder.resolve(CELL).resolve("b.json"), whole.replace("\"run\" : \"a\"", "\"run\" : \"" + run + "\""));
            History history = store.read();
            assertEquals(1, history.records().size(), run);
            complains(folder.resolve(CELL).resolve("b.json") + ":", "run is no run's id, which looks like 20261121T020007Z-3f9c", history.unreadable().getFirst());
        }
    }

    private static void complains(String start, Executable reading) {
        String message = Assertions.assertThrows(DataException.class, reading).getMessage();
        assertTrue(message.startsWith(start), message);
    }

    @Test
    void itemsWithoutTheirRecordAreTakenAway() throws IOException {
        Path cell = Files.createDirectories(folder.resolve(CELL));
        Files.createDirectories(cell.resolve("r.json").resolve("in the way"));
        Assertions.assertThrows(UncheckedIOException.class,
                () -> new RecordStore(List.of(folder)).write(record("r", Instant.EPOCH), CELL, List.of(Map.of("x", 1))));
        try (Stream<Path> files = Files.list(cell)) {
            assertEquals(List.of(cell.resolve("r.json")), files.toList());
        }
    }

    @Test
    void writesAbsentValuesAsNullAndFieldsByTheirNamesInTheContract() throws IOException {
        Path file = new RecordStore(List.of(folder)).write(record("r", Instant.EPOCH), CELL, List.of());
        String text = Files.readString(file);
        for (String part : List.of("\"schema\" : 1", "\"reason\" : null", "\"data_sha256\" : \"d\"", "\"higher_is_better\" : true",
                "\"status\" : \"ok\"", "\"kind\" : \"sts\"", "\"peak_memory_bytes\" : 123", "\"memory_bytes\" : 16000000000",
                "\"embedding_dimension\" : 128", "\"failure\" : null")) {
            assertTrue(text.contains(part), () -> part + " is not in " + text);
        }
    }

    @Test
    void readsAllFoldersOldestFirst() {
        RunRecord old = record("a", Instant.parse("2026-01-01T00:00:00Z"));
        RunRecord recent = record("b", Instant.parse("2026-02-01T00:00:00Z"));
        new RecordStore(List.of(folder.resolve("one"))).write(recent, CELL, List.of());
        new RecordStore(List.of(folder.resolve("two"))).write(old, CELL, List.of());
        History history = new RecordStore(List.of(folder.resolve("one"), folder.resolve("two"))).read();
        assertEquals(List.of("a", "b"), history.records().stream().map(stored -> stored.content().run()).toList());
        assertEquals("b", history.newest(_ -> true).orElseThrow().content().run());
    }

    @Test
    void namesAFileThatIsNoRecordAndReadsTheOthers() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        store.write(record("a", Instant.EPOCH), CELL, List.of());
        Files.writeString(folder.resolve(CELL).resolve("b.json"), "{\"schema\": 1, \"colour\": 2}");
        Files.writeString(folder.resolve(CELL).resolve("c.json"), "{\"schema\": 1, ");
        History history = store.read();
        assertEquals(1, history.records().size());
        assertEquals(2, history.unreadable().size());
        assertTrue(history.unreadable().getFirst().contains("b.json"), history.unreadable().getFirst());
    }

    @Test
    void namesARecordWithAByteThatIsNoUtf8WithItsPlace() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        store.write(record("a", Instant.EPOCH), CELL, List.of());
        Path broken = folder.resolve(CELL).resolve("b.json");
        Files.write(broken, new byte[] {'{', '\n', ' ', (byte) 0xFF});
        History history = store.read();
        assertEquals(1, history.records().size());
        assertEquals(List.of(broken + ":2:2: this is not UTF-8 text"), history.unreadable());
    }

    @Test
    void namesARecordThatLacksWhatEveryReaderNeeds() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        Path whole = store.write(record("a", Instant.EPOCH), CELL, List.of());
        Path hollow = folder.resolve(CELL).resolve("b.json");
        Files.writeString(hollow, Files.readString(whole).replaceFirst("\"started\" : \"[^\"]*\"", "\"started\" : null"));
        History history = store.read();
        assertEquals(List.of("a"), history.records().stream().map(stored -> stored.content().run()).toList());
        assertEquals(1, history.unreadable().size());
        assertTrue(history.unreadable().getFirst().startsWith(hollow + ":"), history.unreadable().getFirst());
        assertTrue(history.unreadable().getFirst().endsWith("started is missing"), history.unreadable().getFirst());
    }

    @Test
    void namesARecordWithAnEmptyEstimateAndReadsTheOthers() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        String whole = Files.readString(store.write(record("a", Instant.EPOCH), CELL, List.of()));
        Path empty = folder.resolve(CELL).resolve("b.json");
        Files.writeString(empty, whole.replaceFirst("(?s)\\{[^{]*\"higher_is_better\".*?\\}", "null"));
        Path without = folder.resolve(CELL).resolve("c.json");
        Files.writeString(without, whole.replaceFirst("\"interval\" : \"[^\"]*\"", "\"interval\" : null"));
        History history = store.read();
        assertEquals(List.of("a"), history.records().stream().map(stored -> stored.content().run()).toList());
        assertEquals(2, history.unreadable().size());
        complains(empty + ":", "cosine_spearman is missing", history.unreadable().getFirst());
        complains(without + ":", "interval is missing", history.unreadable().getLast());
    }

    /** Whatever a record lacks, reading goes on: it is a record, or told. */
    @Test
    void noKeyWithoutAValueKeepsTheOthersFromBeingRead() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        List<String> lines = Files.readAllLines(store.write(record("a", Instant.EPOCH), CELL, List.of()));
        int files = 1;
        for (int at = 0; at < lines.size(); at++) {
            List<String> without = new ArrayList<>(lines);
            without.set(at, lines.get(at).replaceFirst(" : (?![{\\[]$).*?(,?)$", " : null$1"));
            if (!without.equals(lines)) {
                Files.write(folder.resolve(CELL).resolve("line-" + at + ".json"), without);
                files++;
            }
        }
        History history = store.read();
        assertEquals(files, history.records().size() + history.unreadable().size());
        assertFalse(history.unreadable().stream().anyMatch(told -> told.contains("Cannot invoke")), () -> String.join("\n", history.unreadable()));
    }

    private static void complains(String start, String end, String message) {
        assertTrue(message.startsWith(start) && message.endsWith(end), message);
    }

    @Test
    void namesARecordThatMayNotBeReadAndReadsTheOthers() throws IOException {
        RecordStore store = new RecordStore(List.of(folder));
        store.write(record("a", Instant.EPOCH), CELL, List.of());
        Path shut = Files.writeString(folder.resolve(CELL).resolve("b.json"), "{}");
        Files.setPosixFilePermissions(shut, Set.of());
        History history = store.read();
        assertEquals(1, history.records().size());
        assertEquals(1, history.unreadable().size());
        assertTrue(history.unreadable().getFirst().startsWith(shut + ":"), history.unreadable().getFirst());
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        assertEquals(List.of(), new RecordStore(List.of(folder.resolve("none"))).read().records());
    }

    @Test
    void leavesNothingBehindWhenItCannotWrite() throws IOException {
        Path blocked = Files.writeString(folder.resolve("results"), "a file where a folder should be");
        Assertions.assertThrows(UncheckedIOException.class,
                () -> new RecordStore(List.of(blocked)).write(record("a", Instant.EPOCH), CELL, List.of()));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(blocked), files.toList());
        }
    }

    @Test
    void leavesNoDrafts() throws IOException {
        new RecordStore(List.of(folder)).write(record("a", Instant.EPOCH), CELL, List.of(Map.of("x", 1)));
        try (Stream<Path> files = Files.walk(folder)) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().endsWith(".part")));
        }
    }

    static RunRecord record(String run, Instant started) {
        Estimate estimate = new Estimate(0.71, OptionalDouble.of(0.69), OptionalDouble.of(0.73), OptionalDouble.of(0.01), 1379,
                "percentile bootstrap over items, 95 %, 1000, seed 7", true, Optional.empty());
        Artifact artifact = new Artifact("m-q.gguf", Optional.of("abc"), OptionalLong.of(10), "gguf", Optional.of("bert"),
                OptionalLong.of(5), OptionalLong.of(5), OptionalInt.of(4), OptionalInt.of(128), OptionalInt.of(512),
                Optional.of("F16"), OptionalDouble.of(16), OptionalInt.of(4096));
        return new RunRecord(RunRecord.SCHEMA, "key", run, "M", "Q", new TaskReference("stsb-de", 1, TaskKind.STS, "d"), Status.OK,
                Optional.empty(), Optional.of("cosine_spearman"), Map.of("cosine_spearman", estimate), Map.of("items", 1379),
                new Guards(OptionalDouble.of(0.1), OptionalDouble.empty(), false), Optional.of(artifact),
                Optional.of(new EngineDescription("llama.cpp", "0.5.0", "CPU", 2, Map.of("context", 256))),
                new HostDescription("cpu", 2, 16_000_000_000L, List.of(), "Linux amd64", OptionalDouble.empty()),
                new Harness("0.1.0", "abc", false), started, 1.5, OptionalLong.of(123), Optional.empty());
    }
}
