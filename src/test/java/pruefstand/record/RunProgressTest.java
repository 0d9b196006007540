package pruefstand.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunProgressTest {

    private static final Instant BEGAN = Instant.parse("2026-11-26T10:00:00Z");

    @TempDir
    private Path results;

    private static RunProgress of(long pid, Optional<Instant> since, boolean finished) {
        return new RunProgress(pid, since, BEGAN, 4, 1, 0, 3, finished,
                Optional.of(new RunProgress.CellProgress("Birke:Q4 × text", 2, BEGAN, 3, 40)), Optional.empty(),
                List.of(new RunProgress.EndedCell("Eiche × text", Status.SKIPPED, Optional.of("too short"), 0.5)));
    }

    @Test
    void isReadAsItWasWrittenAndLeavesNothingElse() throws IOException {
        RunProgress written = of(1, Optional.of(BEGAN), false);
        written.write(results);
        written.write(results);
        assertEquals(Optional.of(written), RunProgress.read(results));
        try (var files = Files.list(results)) {
            assertEquals(List.of(".progress.json"), files.map(file -> file.getFileName().toString()).toList());
        }
        assertFalse(Files.readString(results.resolve(".progress.json")).contains(System.getProperty("user.home")));
    }

    @Test
    void isNoRecord() throws IOException {
        of(1, Optional.of(BEGAN), false).write(results);
        assertEquals(new History(List.of(), List.of()), new RecordStore(List.of(results)).read());
    }

    @Test
    void whereThereIsNoneNobodyRuns() throws IOException {
        assertEquals(Optional.empty(), RunProgress.read(results));
        Files.writeString(results.resolve(".progress.json"), "{\"pid\": 1, \"later\": true}");
        assertEquals(Optional.empty(), RunProgress.read(results));
    }

    @Test
    void onlyTheVeryProcessThatRanStillRuns() throws InterruptedException, IOException {
        ProcessHandle me = ProcessHandle.current();
        assertEquals(RunProgress.Phase.RUNNING, of(me.pid(), me.info().startInstant(), false).phase());
        assertEquals(RunProgress.Phase.BROKEN_OFF, of(me.pid(), Optional.of(BEGAN), false).phase(), "the number came again");
        assertEquals(RunProgress.Phase.FINISHED, of(me.pid(), me.info().startInstant(), true).phase());
        Process killed = new ProcessBuilder("sleep", "60").start();
        Optional<Instant> since = killed.info().startInstant();
        assertEquals(RunProgress.Phase.RUNNING, of(killed.pid(), since, false).phase());
        killed.destroyForcibly().waitFor();
        assertEquals(RunProgress.Phase.BROKEN_OFF, of(killed.pid(), since, false).phase());
    }
}
