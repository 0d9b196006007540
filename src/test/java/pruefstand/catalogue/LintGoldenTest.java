package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pruefstand.text.Messages;

/** Every folder under {@code lint} holds a review file and what the linter says of it; {@code -Dgoldens=write} writes the latter. */
class LintGoldenTest {

    private static final Path CASES = Path.of("src/test/resources/lint");
    private static final LintSettings SETTINGS = new LintSettings(false, LocalDate.of(2026, 11, 21));
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    @TestFactory
    Stream<DynamicTest> saysWhatIsExpected() throws IOException {
        return folders().stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    @Test
    void everyFolderHoldsExactlyInputAndExpected() throws IOException {
        for (Path folder : folders()) {
            assertTrue(Files.isDirectory(folder), () -> folder + " lies beside the cases");
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(Set.of("expected", "input"), files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()),
                        folder.toString());
            }
        }
    }

    @Test
    void everyCodeHasACase() throws IOException {
        Set<Code> seen = EnumSet.noneOf(Code.class);
        for (Path folder : folders()) {
            lint(folder).forEach(found -> seen.add(found.code()));
        }
        assertEquals(EnumSet.allOf(Code.class), seen);
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    private static void check(Path folder) throws IOException {
        String found = lint(folder).stream().map(LintGoldenTest::written).collect(Collectors.joining());
        Path expected = folder.resolve("expected");
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(expected, found);
        }
        assertEquals(Files.readString(expected), found);
    }

    private static List<Diagnostic> lint(Path folder) throws IOException {
        return new Linter(SETTINGS).lint(ReviewFile.of("input", Files.readAllBytes(folder.resolve("input"))));
    }

    private static String written(Diagnostic found) {
        String line = "%d:%d: %s: %s: %s%n".formatted(found.line(), found.column(), found.severity().id(), found.code().id(),
                ENGLISH.text(found.message()));
        return found.fix().map(fix -> line + "    " + written(fix)).orElse(line);
    }

    private static String written(Fix fix) {
        return switch (fix) {
            case Fix.Replace(int line, int column, String replace, String with) ->
                    "at %d:%d \"%s\" becomes \"%s\"%n".formatted(line, column, escaped(replace), escaped(with));
            case Fix.MoveTo(int line, int moveTo) -> "line %d becomes line %d%n".formatted(line, moveTo);
        };
    }

    private static String escaped(String text) {
        return Arrays.stream(text.codePoints().toArray()).mapToObj(LintGoldenTest::escaped).collect(Collectors.joining());
    }

    private static String escaped(int scalar) {
        return scalar >= 0x20 && scalar < 0x7F || "äöüßÄÖÜ".indexOf(scalar) >= 0 ? Character.toString(scalar) : "<U+%04X>".formatted(scalar);
    }
}
