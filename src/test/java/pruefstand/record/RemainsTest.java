package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemainsTest {

    @TempDir
    private Path folder;

    @Test
    void draftsAndItemsWithoutRecordGoOnceTheyAreOldAndNothingElse() throws IOException {
        Path cell = Files.createDirectories(folder.resolve("task/model/variant"));
        Instant now = Instant.parse("2026-11-26T12:00:00Z");
        for (String name : Set.of("old.json", "old.items.jsonl.gz", ".lost.json.part", "lost.items.jsonl.gz", "notes.part")) {
            touch(cell.resolve(name), now.minus(Duration.ofHours(25)));
        }
        touch(cell.resolve("young.items.jsonl.gz"), now.minus(Duration.ofHours(23)));
        touch(cell.resolve(".young.json.part"), now.plus(Duration.ofHours(1)));
        new Remains(folder).clear(now);
        try (Stream<Path> files = Files.list(cell)) {
            assertEquals(Set.of("old.json", "old.items.jsonl.gz", "notes.part", "young.items.jsonl.gz", ".young.json.part"),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void whereNoResultsAreNothingIsToBeDone() {
        new Remains(folder.resolve("none")).clear(Instant.EPOCH);
        assertFalse(Files.exists(folder.resolve("none")));
    }

    private static void touch(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(Files.createFile(file), FileTime.from(time));
    }

    @Test
    void whatSomebodyWritesMeanwhileDisturbsNoLook() throws InterruptedException {
        Thread writer = Thread.ofPlatform().start(() -> IntStream.range(0, 500).forEach(i -> {
            try {
                WholeFile.write(folder.resolve("progress"), out -> out.write(i));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        while (writer.isAlive()) {
            new Remains(folder).clear(Instant.now());
            assertTrue(FilesBelow.of(folder, 1).size() <= 2);
        }
        writer.join();
        assertEquals(List.of(folder.resolve("progress")), FilesBelow.of(folder, 1));
    }
}
