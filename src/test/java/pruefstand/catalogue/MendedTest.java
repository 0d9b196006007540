package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every folder under {@code fix} holds a review file, what mending makes of it, and the difference; {@code -Dgoldens=write} writes both. */
class MendedTest {

    private static final Path CASES = Path.of("src/test/resources/fix");
    private static final LintSettings SETTINGS = new LintSettings(false, LocalDate.of(2026, 11, 21));

    @TestFactory
    Stream<DynamicTest> mendsAsExpected() throws IOException {
        return folders().stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
            assertGolden(folder.resolve("expected"), mended(Files.readAllBytes(folder.resolve("input"))));
            assertGolden(folder.resolve("expected-diff"), diff(Files.readAllBytes(folder.resolve("input"))));
        }));
    }

    @TestFactory
    Stream<DynamicTest> changesNothingTheSecondTime() throws IOException {
        return folders().stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
            byte[] once = mended(Files.readAllBytes(folder.resolve("input")));
            assertArrayEquals(once, mended(once));
            assertFalse(Mended.of(ReviewFile.of("input", once), SETTINGS).isChanged());
        }));
    }

    @TestFactory
    Stream<DynamicTest> leavesNothingThatHasARightAnswer() throws IOException {
        return folders().stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
            byte[] once = mended(Files.readAllBytes(folder.resolve("input")));
            List<Diagnostic> left = new Linter(SETTINGS).lint(ReviewFile.of("input", once));
            assertEquals(List.of(), left.stream().filter(found -> found.fix().isPresent()).toList());
        }));
    }

    /** GNU patch, given the difference, must arrive at the same bytes. */
    @TestFactory
    Stream<DynamicTest> givesADifferenceThatPatchTakes(@TempDir Path temp) throws IOException {
        return folders().stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
            byte[] input = Files.readAllBytes(folder.resolve("input"));
            Path file = Files.write(temp.resolve(folder.getFileName() + ".txt"), input);
            Path diff = Files.write(temp.resolve(folder.getFileName() + ".diff"), diff(input));
            if (Files.size(diff) > 0) {
                Process patch = new ProcessBuilder("patch", "--binary", "-s", file.toString(), diff.toString()).inheritIO().start();
                assertEquals(0, patch.onExit().join().exitValue());
            }
            assertArrayEquals(mended(input), Files.readAllBytes(file));
        }));
    }

    @Test
    void everyFolderHoldsInputAndBothExpectations() throws IOException {
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(Set.of("expected", "expected-diff", "input"),
                        files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()), folder.toString());
            }
        }
    }

    @Test
    void objectsToMovingALineThatIsNotUtf8() {
        byte[] bytes = {'B', ':', ' ', 'x', '\n', 'C', ':', ' ', 'x', '\n', 'A', (byte) 0xFF, '\n', 'D', ':', ' ', 'x', '\n'};

        assertTrue(Mended.of(ReviewFile.of("input", bytes), SETTINGS).objection().isPresent());
    }

    @Test
    void doesNotObjectWhereSuchALineStays() {
        byte[] bytes = {'C', ':', ' ', 'x', '\n', 'A', (byte) 0xFF, '\n', 'B', ':', ' ', 'x', '\n', 'B', ':', ' ', 'y', '\n'};

        assertTrue(Mended.of(ReviewFile.of("input", bytes), SETTINGS).objection().isEmpty());
    }

    @Test
    void movesTheSmallestSetOfLines() {
        List<String> lines = new ArrayList<>();
        for (char name = 'a'; name <= 'z'; name++) {
            lines.add(name + ": x\n");
        }
        lines.add(3, lines.remove(20));
        lines.add(9, lines.remove(24));
        Lines unsorted = Lines.of(ReviewFile.of("x", String.join("", lines).getBytes(StandardCharsets.UTF_8)));

        assertArrayEquals(new int[] {3, 9}, java.util.Arrays.stream(LineOrder.of(unsorted).moving()).sorted().toArray());
    }

    private static void assertGolden(Path expected, byte[] found) throws IOException {
        if ("write".equals(System.getProperty("goldens"))) {
            Files.write(expected, found);
        }
        assertEquals(Files.readString(expected, StandardCharsets.ISO_8859_1), new String(found, StandardCharsets.ISO_8859_1));
    }

    private static byte[] mended(byte[] input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Mended.of(ReviewFile.of("input", input), SETTINGS).writeTo(out);
        return out.toByteArray();
    }

    private static byte[] diff(byte[] input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        UnifiedDiff.write(Mended.of(ReviewFile.of("input", input), SETTINGS), "input", out);
        return out.toByteArray();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }
}
