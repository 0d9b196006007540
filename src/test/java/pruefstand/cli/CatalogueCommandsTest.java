package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;

class CatalogueCommandsTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Path SAMPLE = Path.of("../shared/examples/sample.txt");

    record Source(String name, String date, String url, List<String> errors) {
    }

    record Line(int line, List<Source> sources, List<String> paragraphs, boolean documentation) {
    }

    @Test
    void parseGivesTheThreeEntriesOfTheSample() {
        assertTrue(Files.exists(SAMPLE), () -> SAMPLE + " is missing: the tests read shared/ beside the checkout");
        ProgramRun run = ProgramRun.in(HERE, "parse", SAMPLE.toString());
        List<Line> lines = run.out().lines().map(line -> Json.read(line, "parse", Line.class)).toList();
        assertEquals(3, lines.size());
        assertEquals(List.of(3, 2, 1), lines.stream().map(line -> line.sources().size()).toList());
        assertEquals(List.of(2, 1, 8), lines.stream().map(line -> line.paragraphs().size()).toList());
        assertEquals(List.of(true, false, false), lines.stream().map(Line::documentation).toList());
        assertEquals(new Source("WAN%202.22", null, "https://heise.de/-11120129", List.of("date")), lines.get(1).sources().get(1));
        assertEquals(1, run.code());
    }

    @Test
    void lintFindsTheOneTypoOfTheSample() {
        ProgramRun run = ProgramRun.in(HERE, "lint", SAMPLE.toString());
        List<String> lines = run.out().lines().toList();
        assertEquals(1, lines.size(), run.out());
        assertTrue(lines.getFirst().startsWith(HERE.resolve(SAMPLE) + ":2:57: error: date: "), lines.getFirst());
        assertTrue(lines.getFirst().contains("WAN%202.2/2025-12-20"), lines.getFirst());
        assertEquals(1, run.code());
    }

    @Test
    void theCatalogueOfTheProjectIsClean() {
        ProgramRun run = ProgramRun.in(HERE, "lint", "--strict", "catalogue/reviews.txt");
        assertEquals("", run.out());
        assertEquals(0, run.code());
    }

    @Test
    void messagesFollowTheLanguage() {
        ProgramRun run = ProgramRun.in(HERE, "lint", SAMPLE.toString(), "--lang", "de");
        assertTrue(run.out().contains("error: date: ") && run.out().contains("kein Kalendertag"), run.out());
    }

    @Test
    void initMakesAWorkspaceWithoutChangingAByte(@TempDir Path folder) throws IOException {
        byte[] before = Files.readAllBytes(SAMPLE);
        Files.write(folder.resolve("meine modelle.txt"), before);
        assertEquals(0, ProgramRun.in(folder, "init", "meine modelle.txt").code());
        assertEquals(new String(before), Files.readString(folder.resolve("meine modelle.txt")));
        ProgramRun list = ProgramRun.in(folder, "list", "--json");
        assertTrue(list.out().contains("{\"name\":\"Flux.2\",\"reviews\":1,\"newest\":\"2025-12-20\"}"), list.out() + list.err());
        assertEquals(1, ProgramRun.in(folder, "lint").code());
    }

    @Test
    void modelsTellsHowEachNameRuns() {
        ProgramRun run = ProgramRun.in(HERE, "models", "--check");
        assertEquals(0, run.code(), run.out());
        assertTrue(run.out().contains("tiny-de-en-m:Q8_0  ready"), run.out());
        assertTrue(run.out().contains("Flux.2  Image models are not measured."), run.out());
    }

    @Test
    void modelsCheckFailsOnANameThatNoRegistryKnows(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("r.txt"), "Nobody/2026-01-01: Wer?\n");
        ProgramRun.in(folder, "init", "r.txt");
        ProgramRun run = ProgramRun.in(folder, "models", "--check");
        assertEquals(1, run.code());
        assertTrue(run.out().contains("Nobody  unknown"), run.out());
    }

    @Test
    void showPutsWhatWasWrittenBeforeWhatWasMeasured() {
        ProgramRun run = ProgramRun.in(HERE, "show", "WAN 2.2");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("— 2025-12-20 https://heise.de/-11120129"), run.out());
    }

    @Test
    void helpOfEveryCommandShowsAnExample() {
        List<String> commands = ProgramRun.in(HERE, "--help").out().lines().dropWhile(line -> !line.startsWith("Commands:")).skip(1)
                .filter(line -> line.matches("  \\w.*")).map(line -> line.trim().split(" ")[0]).toList();
        assertTrue(commands.size() >= 12, commands.toString());
        for (String command : commands) {
            ProgramRun help = ProgramRun.in(HERE, command, "--help");
            assertEquals(0, help.code());
            assertTrue(help.out().matches("(?s).*Example: .*pruefstand " + command + "\\b.*"), help.out());
        }
    }
}
