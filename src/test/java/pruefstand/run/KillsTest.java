package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code src/bench/kills.sh}. */
class KillsTest {

    private static final int KILLS = 8;

    @TempDir
    private Path folder;

    @Test
    void howeverOftenItIsKilledTheRecordsAreThoseOfAnUndisturbedRun() throws IOException, InterruptedException {
        KilledRuns.Tally tally = new KilledRuns(new Home(Path.of("").toAbsolutePath()), folder, 20261126, 1).kill(KILLS);
        String log = Files.readString(folder.resolve("eval.log"));
        assertEquals(KILLS, tally.allKills());
        assertEquals(List.of(), tally.differing, log);
        assertEquals(0, tally.missing, log);
        assertEquals(0, tally.twice, log);
        assertEquals(0, tally.partial, log);
        assertEquals(0, tally.orphans, log);
        assertEquals(0, tally.journalsLeft, log);
        assertTrue(tally.restarts > 0, log);
    }
}
