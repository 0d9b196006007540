package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the machine's language, digits, time zone, size and home folder, which can be no folder at all, the program says the same. */
class StrangeMachinesTest {

    private static final List<String> COMMANDS = List.of("parse r.txt", "lint --format json r.txt", "fmt --diff r.txt", "list --json",
            "show MINI-I1", "models --json", "LINT r.txt", "eval --plan", "search Gut", "generate --model MINI-I1:Q8 --prompt I",
            "export --format CSV", "compare MINI-I1:Q8 MINI-I1:b");

    @TempDir
    private Path folder;

    /** A path with spaces and umlauts, and names that Turkish would write otherwise. */
    @BeforeEach
    void aWorkspace() throws IOException {
        folder = Files.createDirectories(folder.resolve("Meine Prüfungen İı"));
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: r.txt\nmodels: models.yaml\ntasks: [tasks]\n");
        Files.writeString(folder.resolve("r.txt"), "MINI-I1/2025-01-05/HTTPS://EXAMPLE.ORG/I: Gut.\nmini-ı2/2025-01-31: Läuft.\n");
        Files.createDirectories(folder.resolve("tasks"));
        Files.writeString(folder.resolve("models.yaml"), """
                models:
                  - {name: MINI-I1, kind: DECODER, variants: [{name: Q8, file: nichts-Q8_0.gguf}, {name: b, baseline: random}]}
                """);
    }

    @Test
    void saysTheSameOnAll() throws IOException, InterruptedException {
        String expected = started(List.of("-Duser.language=en", "-Duser.region=US", "-Duser.timezone=UTC"));
        assertTrue(expected.contains("MINI-I1") && expected.contains("2025-01-05"), expected);
        assertEquals(expected, started(List.of("-Duser.language=tr", "-Duser.region=TR", "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.home=/dev/null/home")));
        assertEquals(expected, started(List.of("-Duser.language=fa", "-Duser.region=IR", "-Duser.timezone=America/Anchorage",
                "-Dfile.encoding=US-ASCII", "-Xmx64m", "-XX:ActiveProcessorCount=1")));
    }

    /** Runs the commands in a Java of its own. */
    private String started(List<String> options) throws IOException, InterruptedException {
        ProcessBuilder java = SomeCommands.java(List.of(), options, folder, COMMANDS);
        // What cannot be kept for the next time is done without.
        java.environment().putAll(Map.of("HOME", "/dev/null/home", "XDG_CACHE_HOME", "/dev/null/cache"));
        return SomeCommands.said(java);
    }
}
