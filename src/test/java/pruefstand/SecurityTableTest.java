package pruefstand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of SECURITY.md names every threat there is, and tests that are there. */
class SecurityTableTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+|\\*)`");
    private static final Pattern ADDED = Pattern.compile("\\s*\\([^)]*\\)");

    @Test
    void everyThreatHasTestsAndEveryTestIsThere() throws IOException {
        Map<String, String> sources = sources();
        List<String> wrong = new ArrayList<>();
        for (List<String> row : rows(Path.of("SECURITY.md"))) {
            List<MatchResult> tests = TEST.matcher(row.getLast()).results().toList();
            assertFalse(tests.isEmpty(), row.getFirst());
            tests.stream().filter(test -> !isThere(sources.getOrDefault(test.group(1), ""), test.group(2)))
                    .map(MatchResult::group).forEach(wrong::add);
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean isThere(String source, String method) {
        String name = method.equals("*") ? "\\w+" : method;
        return Pattern.compile("\\b(void|Stream<DynamicTest>) " + name + "\\(").matcher(source).find();
    }

    @Test
    void theTableHasTheThreatsThatTheProjectIsMeasuredBy() throws IOException {
        assertEquals(rows(Path.of("../shared/THREATS.md")).stream().map(row -> ADDED.matcher(row.getFirst()).replaceAll("")).toList(),
                rows(Path.of("SECURITY.md")).stream().map(List::getFirst).toList());
    }

    private static List<List<String>> rows(Path table) throws IOException {
        return Files.readAllLines(table).stream().filter(line -> line.startsWith("| ")).skip(1)
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).filter(cell -> !cell.isEmpty()).toList()).toList();
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src/test/java")), Files.walk(Path.of("src/dist/java")))) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""), SecurityTableTest::read, (a, b) -> a + b));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
