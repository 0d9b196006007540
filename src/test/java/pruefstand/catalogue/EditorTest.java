package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.text.Refusal;

class EditorTest {

    @TempDir
    private Path folder;

    private Path file;

    private final Editor editor = new Editor(LocalDate.of(2026, 11, 21));

    @BeforeEach
    void choosesAFile() {
        file = folder.resolve("reviews.txt");
    }

    private static Draft draft(String name, String text) {
        return new Draft(List.of(new Draft.DraftSource(name, Optional.empty(), Optional.empty())), text);
    }

    @Test
    void makesAFileForTheFirstEntry() throws IOException {
        Draft draft = new Draft(List.of(
                new Draft.DraftSource("WAN 2.2", Optional.of("2025-12-20"), Optional.of("https://example.org/")),
                new Draft.DraftSource("Qwen/Qwen3: 0.6B%", Optional.empty(), Optional.empty())),
                "First\nparagraph.\n\n\nSecond  one. ");

        Outcome outcome = editor.add(file, draft);

        String line = "WAN%202.2/2025-12-20/https://example.org/ Qwen%2FQwen3:%200.6B%25: First paragraph. \\n\\n Second one.";
        assertEquals(new Outcome.Written(List.of(new Outcome.WrittenLine(1, line)), List.of()), outcome);
        assertEquals(line + "\n", Files.readString(file));
    }

    @Test
    void proposesWhatItWouldAddAndWritesNothing() {
        Proposal sound = editor.propose(file, draft("B", "Ein  Satz.\n\nNoch einer."));
        assertTrue(sound.isSound());
        assertEquals(List.of("Ein Satz.", "Noch einer."), sound.entry().orElseThrow().paragraphs());
        Proposal faulty = editor.propose(file, new Draft(List.of(new Draft.DraftSource("B", Optional.of("2026-02-30"), Optional.empty())), "x"));
        assertEquals(List.of(Code.DATE), faulty.findings().stream().map(Diagnostic::code).toList());
        assertFalse(faulty.isSound());
        assertFalse(editor.propose(file, draft("B", "a \\n b")).isSound(), "there is no escape for it");
        assertFalse(Files.exists(file));
    }

    @Test
    void putsAnEntryAtItsPlaceAndLeavesTheOtherBytes() throws IOException {
        Files.writeString(file, "A:  two  spaces \nC/2025-13-01: wrong date\r\nE: no line feed");

        assertWrittenAt(2, editor.add(file, draft("B", "x")));
        assertWrittenAt(5, editor.add(file, draft("F", "x")));
        assertWrittenAt(4, editor.add(file, draft("D", "x")));

        assertEquals("A:  two  spaces \nB: x\nC/2025-13-01: wrong date\r\nD: x\nE: no line feed\nF: x\n", Files.readString(file));
    }

    @Test
    void keepsAMissingLineFeedMissing() throws IOException {
        Files.writeString(file, "B: no line feed");

        assertWrittenAt(1, editor.add(file, draft("A", "x")));

        assertEquals("A: x\nB: no line feed", Files.readString(file));
    }

    @Test
    void mendsPastedText() throws IOException {
        assertWrittenAt(1, editor.add(file, draft("A", "Ge\u00ADschwin\u00ADdig\u200Bkeit \u00A0 u\u0308ber allem")));

        assertEquals("A: Geschwindigkeit über allem\n", Files.readString(file));
    }

    @Test
    void refusesWhatLintCallsAnErrorAndLeavesTheFile() throws IOException {
        Files.writeString(file, "A: x\n");
        Draft draft = new Draft(List.of(new Draft.DraftSource("B", Optional.of("2025-02-30"), Optional.empty())), "x");

        Outcome.Rejected rejected = assertInstanceOf(Outcome.Rejected.class, editor.add(file, draft));

        assertEquals(List.of(Code.DATE), rejected.findings().stream().map(Diagnostic::code).toList());
        assertEquals("A: x\n", Files.readString(file));
    }

    @Test
    void takesSpacesInANameOfATypedLineForAnError() {
        Outcome.Rejected rejected = assertInstanceOf(Outcome.Rejected.class,
                editor.add(file, List.of("Mistral Small 3.1/2025-03-17: x")));

        assertEquals(List.of(Code.UNENCODED_SPACE), rejected.findings().stream().map(Diagnostic::code).toList());
        assertFalse(Files.exists(file));
    }

    @Test
    void saysWhereALiteralBreakStands() {
        Outcome.Rejected rejected = assertInstanceOf(Outcome.Rejected.class, editor.add(file, draft("A", "one\ntwo \\n three")));

        assertEquals(List.of("2", "5"), rejected.reasons().getFirst().arguments());
        assertFalse(Files.exists(file));
    }

    @Test
    void refusesAnEntryThatIsThereAlready() throws IOException {
        Files.writeString(file, "A: x\nB: y\n");

        Outcome.Rejected rejected = assertInstanceOf(Outcome.Rejected.class, editor.add(file, draft("B", "y")));

        assertEquals(List.of("2"), rejected.reasons().getFirst().arguments());
    }

    @Test
    void replacesALineAndMovesItToItsPlace() throws IOException {
        Files.writeString(file, "A: x\nB: y\nC: z\n");

        Outcome outcome = editor.replace(file, List.of("A: x"), List.of("BB: x"));

        assertWrittenAt(2, outcome);
        assertEquals("B: y\nBB: x\nC: z\n", Files.readString(file));
    }

    @Test
    void replacesNothingOnceTheLineIsGone() throws IOException {
        Files.writeString(file, "A: x\n");

        assertInstanceOf(Outcome.Rejected.class, editor.replace(file, List.of("A: old"), List.of("A: new")));
        assertEquals("A: x\n", Files.readString(file));
    }

    @Test
    void findsTheLinesThatMentionAName() {
        ReviewFile reviews = ReviewFile.of("x", "A WAN%202.2: x\nWAN%202.2/2025-01-01: y\nWAN: z\n".getBytes(
                java.nio.charset.StandardCharsets.UTF_8));

        assertEquals(List.of(1, 2), Editor.find(reviews, "WAN 2.2").stream().map(Outcome.WrittenLine::number).toList());
    }

    @Test
    void keepsModeAndLink() throws IOException {
        Path target = Files.writeString(folder.resolve("real.txt"), "A: x\n");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.createSymbolicLink(file, target);

        assertWrittenAt(2, editor.add(file, draft("B", "y")));

        assertTrue(Files.isSymbolicLink(file));
        assertEquals("A: x\nB: y\n", Files.readString(target));
        assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void leavesNothingButItsLockBehind() throws IOException {
        editor.add(file, draft("A", "x"));
        editor.add(file, draft("B", "x"));

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(".reviews.txt.lock", "reviews.txt"),
                    files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void refusesAFolderThatIsMissing() {
        Refusal refusal = org.junit.jupiter.api.Assertions.assertThrows(Refusal.class,
                () -> editor.add(folder.resolve("missing/reviews.txt"), draft("A", "x")));

        assertEquals("catalogue.file.unwritable", refusal.what().key());
    }

    private static void assertWrittenAt(int number, Outcome outcome) {
        Outcome.Written written = assertInstanceOf(Outcome.Written.class, outcome, outcome::toString);
        assertEquals(number, written.lines().getFirst().number());
    }
}
