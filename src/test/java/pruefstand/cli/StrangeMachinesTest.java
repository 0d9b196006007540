package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the machine's language, digits, time zone, size and home folder, which can be no folder at all, the program says the same. */
class StrangeMachinesTest {

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
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dpruefstand.home=" + System.getProperty("pruefstand.home"),
                "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.addAll(List.of(SomeCommands.class.getName(), folder.toString()));
        // What cannot be kept for the next time is done without.
        ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
        java.environment().putAll(Map.of("HOME", "/dev/null/home", "XDG_CACHE_HOME", "/dev/null/cache"));
        Process process = java.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
