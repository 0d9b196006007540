package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold for any file, tried on many. */
class CataloguePropertiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int TRIALS = Trials.of(5_000);
    private static final int FILES = Trials.of(200);
    private static final LintSettings SETTINGS = new LintSettings(false, TODAY);
    private static final List<String> PIECES = List.of("Flux.2", "WAN%202.22", "/", "2025-12-20", "025-12-20", "20.12.2025", " ", "  ",
            ": ", ":", "https://example.org/a", "https://müller.de/ß", "http://", " \\n\\n ", "\\n\\n", "\\n", "text", "mehr Text",
            "\u00AD", "\u200B", "\uFEFF", "\u00A0", "u\u0308", "\u0308", "\u212A", "%41", "%2f", "%zz", "%C3%BC", "%CC%88", "\r", "\t", "\u202E",
            "\u200D", "😀", "00000Doc", "YYYY-MM-DD", "URL", "...", "\n", "\n", "\u037E", "=\u0338", "/\u0338", "\uFF0F");

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);

    @Test
    void mendingTwiceIsMendingOnce() throws IOException {
        for (int i = 0; i < TRIALS; i++) {
            byte[] file = file();
            byte[] once = mended(file);
            assertArrayEquals(once, mended(once), () -> new String(file, StandardCharsets.UTF_8));
        }
    }

    @Test
    void mendingLeavesNothingThatHasARightAnswer() throws IOException {
        for (int i = 0; i < TRIALS; i++) {
            byte[] file = file();
            List<Diagnostic> left = lint(mended(file)).stream().filter(found -> found.fix().isPresent()).toList();
            assertEquals(List.of(), left, () -> new String(file, StandardCharsets.UTF_8));
        }
    }

    @Test
    void mendingLosesNoLineAndKeepsTheBytesOfThoseWithoutFaults() throws IOException {
        for (int i = 0; i < TRIALS; i++) {
            byte[] file = file();
            List<String> before = lines(file);
            List<String> after = new ArrayList<>(lines(mended(file)));
            assertEquals(before.size(), after.size(), () -> new String(file, StandardCharsets.UTF_8));
            LineCheck check = new LineCheck(SETTINGS);
            IntStream.range(0, before.size()).filter(n -> check.faults(LineText.of(before.get(n), n == 0)).stream()
                    .noneMatch(fault -> fault.edit().isPresent())).forEach(n -> assertTrue(after.remove(before.get(n))));
        }
    }

    @Test
    void columnsAndFixesPointAtWhatStandsThere() {
        for (int i = 0; i < TRIALS; i++) {
            byte[] file = file();
            List<String> lines = lines(file);
            for (Diagnostic found : lint(file)) {
                if (found.fix().orElse(null) instanceof Fix.Replace(int line, int column, String replace, String _)) {
                    String text = lines.get(line - 1);
                    int at = text.offsetByCodePoints(0, column - 1);
                    assertTrue(text.startsWith(replace, at), () -> found + " in " + text);
                }
            }
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (int i = 0; i < TRIALS; i++) {
            Draft draft = draft();
            Entry entry = new EntryReader().readAll(ReviewFile.of("x", draft.line().getBytes(StandardCharsets.UTF_8))).getFirst();
            assertEquals(draft.sources().stream().map(source -> new ReviewSource(source.name(), source.date(), source.url(), List.of()))
                    .toList(), entry.sources());
            assertEquals(Arrays.asList(draft.text().split("\n\n")), entry.paragraphs());
        }
    }

    @Test
    void unfoldingAndFoldingASoundLineGivesItBack() {
        for (int i = 0; i < TRIALS; i++) {
            String line = draft().line();
            assertEquals(List.of(line), Folding.fold(Folding.unfold(line)));
        }
    }

    @Test
    void addingKeepsAFileSortedAndClean(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("reviews.txt");
        Editor editor = new Editor(TODAY);
        int written = 0;
        for (int i = 0; i < FILES; i++) {
            Draft draft = draft();
            Draft told = new Draft(draft.sources(), draft.text() + " " + i);
            if (editor.add(file, told) instanceof Outcome.Written) {
                written++;
            }
        }
        List<Diagnostic> errors = lint(Files.readAllBytes(file)).stream().filter(found -> found.severity() == Severity.ERROR).toList();
        assertEquals(List.of(), errors);
        assertEquals(written, Files.readAllLines(file).size());
        assertTrue(written > FILES / 2, written + " of " + FILES + " were written");
    }

    @Test
    void refusingLeavesTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("reviews.txt"), "A: x\n");
        int rejected = 0;
        for (int i = 0; i < FILES; i++) {
            String line = new String(file(), StandardCharsets.UTF_8).replace("\n", "");
            byte[] before = Files.readAllBytes(file);
            Outcome outcome = new Editor(TODAY).add(file, List.of(line));
            if (outcome instanceof Outcome.Rejected) {
                rejected++;
                assertArrayEquals(before, Files.readAllBytes(file));
            } else {
                assertInstanceOf(Outcome.Written.class, outcome);
                assertFalse(Arrays.equals(before, Files.readAllBytes(file)));
            }
        }
        assertTrue(rejected > FILES / 4, rejected + " of " + FILES + " were rejected");
    }

    private byte[] file() {
        StringBuilder file = new StringBuilder();
        for (int n = random.nextInt(14); n > 0; n--) {
            file.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Draft draft() {
        List<Draft.DraftSource> sources = new ArrayList<>();
        List<String> names = List.of("WAN 2.2", "Qwen/Qwen3", "50%", "a: b", "qwen3:0.6b", "ends:", "Größe", "漢字", "😀");
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            Optional<String> date = random.nextBoolean() ? Optional.of("2025-0" + (1 + random.nextInt(9)) + "-28") : Optional.empty();
            Optional<String> url = random.nextBoolean() ? Optional.of("https://example.org/" + random.nextInt(99)) : Optional.empty();
            sources.add(new Draft.DraftSource(names.get(random.nextInt(names.size())), date, url));
        }
        List<String> paragraphs = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            paragraphs.add("Wort: ".repeat(random.nextInt(60)) + "Ende/" + random.nextInt(1000) + ".");
        }
        return new Draft(sources, String.join("\n\n", paragraphs));
    }

    private static List<Diagnostic> lint(byte[] file) {
        return new Linter(SETTINGS).lint(ReviewFile.of("x", file));
    }

    private static byte[] mended(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Mended.of(ReviewFile.of("x", file), SETTINGS).writeTo(out);
        return out.toByteArray();
    }

    private static List<String> lines(byte[] file) {
        Lines lines = Lines.of(ReviewFile.of("x", file));
        return IntStream.range(0, lines.count()).mapToObj(line -> lines.text(line).orElseThrow().text()).toList();
    }
}
