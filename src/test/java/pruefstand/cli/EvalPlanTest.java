package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval --plan} and {@code --until}. */
class EvalPlanTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void workspace() throws IOException {
        Files.createDirectories(folder.resolve("eval"));
        Files.writeString(folder.resolve("reviews.txt"), "Wort/2026-11-20: Zählt.\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [builtin]\n");
        Files.writeString(folder.resolve("eval/models.yaml"),
                "models:\n  - {name: Wort, kind: encoder, variants: [{name: hash, baseline: trigram-hash}]}\n");
    }

    private ProgramRun eval(String... more) {
        String[] all = new String[more.length + 3];
        System.arraycopy(new String[] {"eval", "--tasks", "sts-*"}, 0, all, 0, 3);
        System.arraycopy(more, 0, all, 3, more.length);
        return ProgramRun.in(folder, all);
    }

    @Test
    void aPlanIsATableOfWhatIsDueAndNothingRuns() {
        ProgramRun plan = eval("--plan");
        assertEquals(0, plan.code(), plan.err());
        assertTrue(plan.out().contains("Wort:hash × sts-de  ?         never measured so\n"), plan.out());
        assertTrue(plan.err().contains("Together 0.0 s, and 2 cells of unknown length."), plan.err());
        assertFalse(Files.exists(folder.resolve("eval/results")));
    }

    @Test
    void aPlanAsJsonIsALineACellWithWhatItTookBefore() {
        assertEquals(0, eval().code());
        ProgramRun plan = eval("--plan", "--fresh", "--json");
        assertEquals(2, plan.out().lines().count());
        assertTrue(plan.out().startsWith("{\"model\":\"Wort\",\"variant\":\"hash\",\"task\":\"sts-de\",\"due\":\"asked\",\"expected_seconds\":"),
                plan.out());
        assertFalse(plan.out().contains("\"expected_seconds\":null"), plan.out());
    }

    @Test
    void aClockThatWasSetBackIsSpokenOfAndNothingIsMeasuredTwice() throws IOException {
        assertEquals(0, eval().code());
        try (Stream<Path> files = Files.walk(folder.resolve("eval/results"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                Files.writeString(file, Files.readString(file).replaceAll("\"started\" *: *\"[^\"]*\"", "\"started\": \"2999-01-01T00:00:00Z\""));
            }
        }
        ProgramRun again = eval();
        assertEquals(0, again.code(), again.err());
        assertTrue(again.err().contains("The newest record began at 2999-01-01T00:00:00Z"), again.err());
        assertTrue(again.err().contains("Nothing is missing; 2 have a record already."), again.err());
    }

    @Test
    void whatIsNoTimeIsRefused() {
        ProgramRun run = eval("--until", "heute");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--until") && run.err().contains("heute"), run.err());
    }

    @Test
    void untilIsTheNextTimeThatTheClockShowsIt() {
        Until six = new Until(LocalTime.of(6, 0));
        assertEquals(ZonedDateTime.parse("2026-11-26T06:00:00+01:00"), six.after(ZonedDateTime.parse("2026-11-26T02:00:00+01:00")));
        assertEquals(ZonedDateTime.parse("2026-11-27T06:00:00+01:00"), six.after(ZonedDateTime.parse("2026-11-26T06:00:00+01:00")));
    }
}
