package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;

/** The recipes of docs/editors.md that can be tried without the editor: what they match, and what they run. */
class EditorsDocTest {

    private static final Path CASES = Path.of("src/test/resources/lint");

    @TempDir
    private Path folder;

    @Test
    void theProblemMatcherTakesEachFindingApart() throws IOException {
        Pattern matcher = problemMatcher();
        for (Path input : inputs()) {
            for (String line : ProgramRun.in(folder, "lint", input.toString()).out().lines().toList()) {
                Matcher found = matcher.matcher(line);
                assertTrue(found.matches(), line);
                assertEquals(input.toString(), found.group(1));
                assertTrue(List.of("error", "warning", "info").contains(found.group(4)), line);
                assertFalse(found.group(6).isBlank(), line);
            }
        }
    }

    @Test
    void theGithubStepsRun() throws IOException {
        Path reviews = Files.createDirectories(folder.resolve("catalogue")).resolve("reviews.txt");
        Files.writeString(reviews, "B/2025-02-30: x\n");
        List<String[]> steps = launched("```yaml");

        assertEquals(2, steps.size(), "steps that start the program");
        assertEquals(1, ProgramRun.in(folder, steps.getFirst()).code());
        String annotation = ProgramRun.in(folder, steps.getFirst()).out();
        assertTrue(annotation.startsWith("::error file=" + reviews + ",line=1,col=3,title=date::"), annotation);
        assertTrue(ProgramRun.in(folder, steps.getLast()).out().contains("\"ruleId\":\"date\""));
    }

    private static Pattern problemMatcher() throws IOException {
        Map<?, ?> tasks = Json.read(block("```json"), "docs/editors.md", Map.class);
        Map<?, ?> task = (Map<?, ?>) ((List<?>) tasks.get("tasks")).getFirst();
        Map<?, ?> pattern = (Map<?, ?>) ((Map<?, ?>) task.get("problemMatcher")).get("pattern");
        return Pattern.compile((String) pattern.get("regexp"));
    }

    /** The arguments of each line that starts the program in the last block of a kind. */
    private static List<String[]> launched(String kind) throws IOException {
        return Pattern.compile("\\./pruefstand ([^>|\\n]+)").matcher(block(kind)).results()
                .map(found -> found.group(1).strip().split(" ")).toList();
    }

    private static String block(String kind) throws IOException {
        String text = Files.readString(Path.of("docs/editors.md"));
        int start = text.lastIndexOf(kind) + kind.length();
        return text.substring(start, text.indexOf("```", start));
    }

    private static List<Path> inputs() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().map(folder -> folder.resolve("input").toAbsolutePath()).toList();
        }
    }
}
