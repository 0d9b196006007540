package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedHistoryTest {

    @TempDir
    private Path folder;

    /** As a record is read: numbers of every size, lists in maps, and what went wrong. */
    private static RunRecord record(int number) {
        RunRecord plain = RecordStoreTest.record("run-" + number, Instant.parse("2026-11-20T02:00:07.123456Z").plusSeconds(number));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("z", 1379);
        settings.put("large", 1L << 40);
        settings.put("share", 0.1);
        settings.put("none", null);
        settings.put("tests", List.of(Map.of("test", "pp" + number, "mean", 1.5), Map.of()));
        return new RunRecord(plain.schema(), plain.key(), plain.run(), plain.model() + number % 3, plain.variant(), plain.task(), Status.FAILED,
                Optional.of("warum"), plain.main(), plain.metrics(), settings, plain.guards(), plain.artifact(), plain.engine(), plain.host(),
                plain.harness(), plain.started(), plain.seconds(), OptionalLong.empty(),
                Optional.of(new Failure(FailureKind.SIGNAL, Optional.of("SIGABRT"), List.of("ä", "b"))));
    }

    @Test
    void recordsComeBackAsTheyWereRead() {
        RecordStore store = new RecordStore(List.of(folder));
        for (int i = 0; i < 12; i++) {
            store.write(i % 2 == 0 ? record(i) : RecordStoreTest.record("run-" + i, Instant.EPOCH), Path.of("task", "model", "variant-" + i % 5), List.of());
        }
        History history = store.read();
        assertEquals(12, history.records().size(), history.unreadable().toString());
        assertEquals(history, PackedHistory.read(PackedHistory.of(history)));
        assertEquals(history, store.read(Snapshot.below(List.of(folder))));
    }

    @Test
    void thousandsStayInTheirOrder() {
        List<StoredRecord> records = IntStream.range(0, 2500).mapToObj(i -> new StoredRecord(RecordStoreTest.record("run-" + i, Instant.EPOCH),
                Path.of("task", "run-" + i), Path.of("results", "task", "run-" + i))).toList();
        assertEquals(records, PackedHistory.read(PackedHistory.of(new History(records, List.of()))).records());
    }

    @Test
    void nothingMeasuredComesBackAsNothing() {
        assertEquals(new History(List.of(), List.of()), PackedHistory.read(PackedHistory.of(new History(List.of(), List.of()))));
    }

    @Test
    void whatCannotBeReadIsNamedWithASnapshotToo() throws IOException {
        Path file = Files.createDirectories(folder.resolve("a/b/c")).resolve("run.json");
        Files.writeString(file, "{");
        RecordStore store = new RecordStore(List.of(folder));
        assertEquals(store.read(), store.read(Snapshot.below(List.of(folder))));
        assertEquals(1, store.read().unreadable().size());
    }
}
