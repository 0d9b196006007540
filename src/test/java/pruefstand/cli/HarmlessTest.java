package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarmlessTest {

    private static final String STEERS = "rot\u001B[31m \u001B]0;Titel\u0007 \u202Egnp.exe";

    @TempDir
    private Path folder;

    @Test
    void whatAModelWritesDoesNotSteerATerminal() {
        assertEquals("a\n\tb\uFFFD[31mc\uFFFDd\uFFFDe", Harmless.text("a\n\tb\u001B[31mc\rd\u009Be"));
    }

    @Test
    void lettersOfAnyScriptAndJoinedSignsStay() {
        String text = "Größe 中文 עברית \uD83D\uDC69\u200D\uD83D\uDCBB";
        assertEquals(text, Harmless.text(text));
    }

    @Test
    void namesAndReviewsDoNotSteerATerminalWhateverShowsThem() throws IOException {
        Files.createDirectories(folder.resolve("eval"));
        Files.writeString(folder.resolve("reviews.txt"), STEERS.replace(" ", "%20") + "/2025-01-01: Text " + STEERS + "\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\n");
        Files.writeString(folder.resolve("eval/models.yaml"), "models: []\n");
        for (List<String> command : List.of(List.of("list"), List.of("show", STEERS), List.of("show", STEERS + "x"), List.of("models"),
                List.of("lint"), List.of("edit", "none" + STEERS), List.of("eval", "--models", STEERS))) {
            ProgramRun run = ProgramRun.in(folder, command.toArray(String[]::new));
            String told = run.out() + run.err();
            assertFalse(told.contains("\u001B") || told.contains("\u0007") || told.contains("\u202E"), command + ": " + told);
        }
        assertTrue(ProgramRun.in(folder, "show", STEERS).out().contains("Text rot\uFFFD[31m"));
    }
}
