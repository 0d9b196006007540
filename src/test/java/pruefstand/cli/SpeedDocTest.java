package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.TaskKind;
import pruefstand.task.Tasks;

/** What docs/speed.md shows. */
class SpeedDocTest {

    private static final Path HOME = Path.of(System.getProperty("pruefstand.home"));
    private static final Path DOC = HOME.resolve("docs/speed.md");

    @TempDir
    private Path folder;

    @Test
    void benchSaysWhatThePageSays() throws IOException {
        List<String> commands = commands(" bench ");
        assertEquals(3, commands.size());
        for (String command : commands) {
            ProgramRun run = ProgramRun.in(HOME, (command.substring("pruefstand ".length()) + " --threads 1").split(" "));
            assertEquals(0, run.code(), run.err());
            if (command.contains("--json")) {
                List<?> tests = Json.read(run.out(), "bench", List.class);
                assertEquals(List.of("tg32", "tg32@s2", "tg32@s4"), tests.stream().map(test -> ((Map<?, ?>) test).get("test")).toList());
                assertTrue(((Map<?, ?>) tests.getFirst()).keySet().containsAll(columns()), run.out());
            } else {
                assertTrue(run.out().contains(command.contains(" -d ") ? "tg32@d64" : "pp128"), run.out());
            }
        }
    }

    /** Models take seconds; here only that what the commands name is there. */
    @Test
    void evalFindsTheTasksOfThePage() throws IOException {
        Set<String> shipped = Set.copyOf(Tasks.in(List.of(HOME.resolve("eval/tasks"))).stream().map(Task::name).toList());
        List<String> tasks = commands(" eval ").stream().map(command -> command.replaceFirst(".*--tasks \"?([a-z-]+).*", "$1")).toList();
        assertEquals(List.of("depth-and-batch", "end-to-end-", "two-stage-"), tasks);
        tasks.forEach(task -> assertTrue(shipped.contains(task) || shipped.containsAll(Set.of(task + "de", task + "en")), task));
    }

    @Test
    void theTasksOfThePageAreTasks() throws IOException {
        List<String> tasks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOC)).results()
                .map(found -> found.group(1)).toList();
        assertEquals(2, tasks.size());
        TaskFixture.write(folder.resolve("my-questions.jsonl"), "{\"prompt\": \"Why?\"}\n");
        for (int i = 0; i < tasks.size(); i++) {
            TaskFixture.write(folder.resolve("t" + i + ".yaml"), tasks.get(i));
        }
        assertTrue(Tasks.in(List.of(folder)).stream().allMatch(task -> task.definition().kind() == TaskKind.SPEED));
    }

    private static List<String> columns() throws IOException {
        return Pattern.compile("(?m)^\\| `([a-z_]+)`").matcher(Files.readString(DOC)).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private static List<String> commands(String kind) throws IOException {
        return Stream.of(Files.readString(DOC).split("\n")).map(String::strip)
                .filter(line -> line.startsWith("pruefstand ") && line.contains(kind)).toList();
    }
}
