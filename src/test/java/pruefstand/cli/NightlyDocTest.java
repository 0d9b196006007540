package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Yaml;
import pruefstand.run.Home;
import pruefstand.run.Workspace;

/** What docs/nightly.md shows can be used as it stands. */
class NightlyDocTest {

    private static final Path DOC = Path.of("docs/nightly.md");
    private static final Path PROGRAM = Path.of("pruefstand").toAbsolutePath();
    private static final String INSTALLED = "/opt/pruefstand/pruefstand";

    @TempDir
    private Path folder;

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOC)).results()
                .map(found -> found.group(1)).toList();
    }

    @Test
    void systemdAcceptsTheUnitAndTheTimer() throws IOException {
        List<String> units = blocks("ini");
        assertEquals(2, units.size());
        Path service = Files.writeString(folder.resolve("pruefstand.service"), units.get(0).replace(INSTALLED, PROGRAM.toString()));
        Path timer = Files.writeString(folder.resolve("pruefstand.timer"), units.get(1));
        Process verify = started("systemd-analyze", "verify", "--man=no", service.toString(), timer.toString());
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, verify.onExit().join().exitValue(), said);
        assertEquals(List.of(), said.lines().filter(line -> line.contains("pruefstand.")).toList());
    }

    private static Process started(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError("systemd-analyze is needed to check the units of docs/nightly.md; .ci/run installs it "
                    + "(package systemd)", e);
        }
    }

    @Test
    void theSettingsAreThoseOfAWorkspace() throws IOException {
        String page = Files.readString(DOC);
        int begin = page.indexOf("    limits:");
        String settings = page.substring(begin, page.indexOf("\n\n", begin) + 1).stripIndent();
        Files.writeString(folder.resolve("pruefstand.yaml"), settings);
        Workspace workspace = Workspace.read(folder, new Home(PROGRAM.getParent()));
        assertEquals(Duration.ofHours(6), workspace.night().longest().orElseThrow());
        assertEquals("./upload.sh", workspace.night().publish().orElseThrow());
        assertEquals(1, workspace.night().mute().size());
        assertEquals(20_000_000_000L, workspace.limits().memoryBytes());
    }

    @Test
    void everyCallOfTheProgramIsUnderstood() throws IOException {
        List<String> calls = Files.readAllLines(DOC).stream().filter(line -> line.contains("pruefstand nightly") || line.contains("pruefstand eval"))
                .filter(line -> !line.contains("`")).map(line -> line.replaceFirst(".*pruefstand (?=nightly|eval)", "")
                        .replaceFirst("( >>| +#).*", "").strip()).toList();
        assertEquals(6, calls.size(), calls.toString());
        for (String call : calls) {
            ProgramRun run = ProgramRun.in(folder, Stream.of(call.split(" ")).toArray(String[]::new));
            assertTrue(run.err().contains("no pruefstand.yaml in"), call + ": " + run.err());
        }
    }

    @Test
    void theWorkflowIsYamlWithTheKeysThatGithubNeeds() throws IOException {
        Map<?, ?> workflow = Yaml.read(blocks("yaml").getFirst(), DOC.toString(), Map.class);
        assertTrue(workflow.keySet().containsAll(List.of("name", "jobs")), workflow.toString());
        assertTrue(((Map<?, ?>) workflow.get("jobs")).containsKey("night"), workflow.toString());
    }
}
