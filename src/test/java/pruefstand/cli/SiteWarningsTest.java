package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever publishes under an address of his own is told what is missing for it. */
class SiteWarningsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void init() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "m/2026-11-20/https://example.org/m: Small.\n");
        assertEquals(0, ProgramRun.in(folder, "init", "notes.txt").code());
    }

    @Test
    void aSiteWithAnAddressButWithoutImprintAndPrivacyIsWarnedAboutAndBuilt() {
        ProgramRun run = ProgramRun.in(folder, "site", "--base-url", "https://example.org/m");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("names no imprint") && run.err().contains("names no privacy statement"), run.err());
    }

    @Test
    void linesThatAreNoEntriesAreCountedAndTheOthersShown() throws IOException {
        Files.write(folder.resolve("notes.txt"), "m/2026-11-20/https://example.org/m: Small.\n\nno header\nA: \u00ff\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        ProgramRun run = ProgramRun.in(folder, "site");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("Warning: 2 lines of") && run.err().contains("`pruefstand lint` says which"), run.err());
        assertTrue(Files.readString(folder.resolve("site/en/models/m.html")).contains("Small."));
    }

    @Test
    void aSiteWithoutAnAddressIsNot() {
        ProgramRun run = ProgramRun.in(folder, "site");
        assertEquals(0, run.code(), run.err());
        assertFalse(run.err().contains("Warning"), run.err());
    }
}
