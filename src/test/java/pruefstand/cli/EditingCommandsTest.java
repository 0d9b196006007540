package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;

class EditingCommandsTest {

    private static final String UNSORTED = "B: two  spaces\nA: x\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writesAFile() throws IOException {
        file = Files.writeString(folder.resolve("r.txt"), "A: x\nC: z\n");
    }

    private ProgramRun run(String... arguments) {
        return ProgramRun.in(folder, arguments);
    }

    private ProgramRun runWith(String input, String... arguments) {
        return ProgramRun.in(folder, input, arguments);
    }

    @Test
    void addEncodesNamesAndFoldsParagraphs() throws IOException {
        ProgramRun run = run("add", "--into", "r.txt", "--name", "B 1/2", "--date", "2025-12-20", "--url", "https://example.org/",
                "--name", "B2", "--text", "One\nmore.\n\nTwo.");

        assertEquals(0, run.code(), run.err());
        assertEquals(file + ":2:\nB%201%2F2/2025-12-20/https://example.org/ B2:\n\nOne more.\n\nTwo.\n", run.out());
        assertEquals("A: x\nB%201%2F2/2025-12-20/https://example.org/ B2: One more. \\n\\n Two.\nC: z\n", Files.readString(file));
    }

    @Test
    void addReadsStandardInputAndFiles() throws IOException {
        Files.writeString(folder.resolve("text.txt"), "From a file.\n");

        assertEquals(0, runWith("From standard input.", "add", "--into", "r.txt", "--name", "B").code());
        assertEquals(0, run("add", "--into", "r.txt", "--name", "D", "--text-file", "text.txt").code());

        assertEquals("A: x\nB: From standard input.\nC: z\nD: From a file.\n", Files.readString(file));
    }

    @Test
    void addSaysHowGraveAFindingIsInTheLanguageOfItsMessage() throws IOException {
        ProgramRun run = run("add", "--into", "r.txt", "--name", "B", "--date", "025-12-20", "--text", "x", "--lang", "de");
        assertTrue(run.err().startsWith("Fehler: date: "), run.err());
        Files.delete(Path.of(run.err().lines().toList().getLast().replaceFirst("^[^/]*", "")));
    }

    @Test
    void addRefusesAndKeepsWhatWasTyped() throws IOException {
        ProgramRun run = run("add", "--into", "r.txt", "--name", "B", "--date", "025-12-20", "--text", "Long\n\ntext");

        assertEquals(1, run.code());
        assertEquals("A: x\nC: z\n", Files.readString(file));
        assertTrue(run.err().startsWith("error: date: "), run.err());
        Path kept = Path.of(run.err().lines().toList().getLast().replaceFirst("What was typed is kept in ", ""));
        assertEquals("B/025-12-20:\n\nLong\n\ntext\n", Files.readString(kept));
        Files.delete(kept);
    }

    @Test
    void addInAnEditorStartsFromATemplate() throws IOException {
        ProgramRun run = run("add", "--into", "r.txt", "--name", "B", "--edit", "--editor", "f() { printf 'One\\n\\nTwo\\n' >> \"$1\"; }; f");

        assertEquals(0, run.code(), run.err());
        assertEquals("A: x\nB: One \\n\\n Two\nC: z\n", Files.readString(file));
    }

    @Test
    void addInAnEditorWritesNothingWhereNothingWasTyped() throws IOException {
        assertEquals(1, run("add", "--into", "r.txt", "--edit", "--editor", "true").code());
        assertEquals("A: x\nC: z\n", Files.readString(file));
    }

    @Test
    void addNeedsAName() {
        assertEquals(2, run("add", "--into", "r.txt", "--text", "x").code());
        assertEquals(2, run("add", "--into", "r.txt", "--date", "2025-01-01", "--text", "x").code());
    }

    @Test
    void editUnfoldsFoldsAndMoves() throws IOException {
        ProgramRun run = run("edit", "--into", "r.txt", "A", "--editor", "sed -i -e 's/^A:/Z:/' -e 's/^x$/x\\n\\ny/'");

        assertEquals(0, run.code(), run.err());
        assertEquals("C: z\nZ: x \\n\\n y\n", Files.readString(file));
    }

    @Test
    void editLeavesAnUnchangedFileByteIdentical() throws IOException {
        byte[] odd = "A:  odd  spaces \nC: z".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, odd);

        assertEquals(0, run("edit", "--into", "r.txt", "A", "--editor", "true").code());

        assertArrayEquals(odd, Files.readAllBytes(file));
    }

    @Test
    void editLosesNoEntry() throws IOException {
        ProgramRun run = run("edit", "--into", "r.txt", "A", "--editor", "truncate -s 0");

        assertEquals(1, run.code());
        assertEquals("A: x\nC: z\n", Files.readString(file));
    }

    @Test
    void editSaysThatANameIsUnknownOrAnEditorFails() {
        assertEquals(2, run("edit", "--into", "r.txt", "Nobody", "--editor", "true").code());
        assertEquals(2, run("edit", "--into", "r.txt", "A", "--editor", "false").code());
    }

    @Test
    void formatMendsAndSortsWhatComesIn() {
        ProgramRun run = runWith(UNSORTED, "format", "-");

        assertEquals(0, run.code());
        assertEquals("A: x\nB: two spaces\n", run.out());
    }

    @Test
    void formatUnfoldsAndFolds() {
        String lines = "A/2025-01-01: One. \\n\\n Two.\nB: x\n";
        String unfolded = runWith(lines, "format", "--unfold").out();

        assertEquals("A/2025-01-01:\n\nOne.\n\nTwo.\n\n\nB:\n\nx\n", unfolded);
        assertEquals(lines, runWith(unfolded, "format", "--fold", "-").out());
    }

    @Test
    void lintFixWritesAndReportsAnew() throws IOException {
        Files.writeString(file, UNSORTED + "C/2025-13-01: stays\n");

        ProgramRun run = run("lint", "--fix", "r.txt");

        assertEquals(1, run.code());
        assertEquals(1, run.out().lines().count(), run.out());
        assertTrue(run.out().contains(":3:3: error: date: "), run.out());
        assertEquals("A: x\nB: two spaces\nC/2025-13-01: stays\n", Files.readString(file));
    }

    @Test
    void lintDiffShowsWhatFixWouldDoAndWritesNothing() throws IOException {
        Files.writeString(file, UNSORTED);

        ProgramRun run = run("lint", "--diff", "r.txt");

        assertEquals(1, run.code());
        assertEquals("--- " + file + "\n+++ " + file + "\n@@ -1,2 +1,2 @@\n-B: two  spaces\n-A: x\n+A: x\n+B: two spaces\n", run.out());
        assertEquals(UNSORTED, Files.readString(file));
    }

    @Test
    void lintFixRefusesToMoveALineThatIsNotUtf8() throws IOException {
        byte[] bytes = {'B', ':', ' ', 'x', '\n', 'C', ':', ' ', 'x', '\n', 'A', (byte) 0xFF, '\n', 'D', ':', ' ', 'x', '\n'};
        Files.write(file, bytes);

        ProgramRun run = run("lint", "--fix", "r.txt");

        assertEquals(1, run.code());
        assertTrue(run.err().contains("not valid UTF-8"), run.err());
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void lintFixNeedsAFileThatIsThere() {
        assertEquals(2, run("lint", "--fix", "-").code());
        assertEquals(3, run("lint", "--fix", "missing.txt").code());
        assertFalse(Files.exists(folder.resolve("missing.txt")));
    }

    record Replacement(String replace, String with) {
    }

    record Finding(String file, int line, int column, String severity, String code, String message, Replacement fix) {
    }

    @Test
    void lintPrintsOneJsonArrayForAllFiles() throws IOException {
        Files.writeString(file, UNSORTED);
        Files.writeString(folder.resolve("other.txt"), "Z: x \n");

        ProgramRun run = run("lint", "--format", "json", "r.txt", "other.txt");

        List<Finding> found = List.of(Json.read(run.out(), "lint", Finding[].class));
        assertEquals(List.of("spacing", "order", "spacing"), found.stream().map(Finding::code).toList());
        assertEquals(new Replacement(" ", ""), found.getFirst().fix());
        assertEquals(null, found.get(1).fix());
        assertEquals("[]\n", run("lint", "--format", "json", clean()).out());
        assertEquals("[]\n", run("lint", "--json", clean()).out());
    }

    private String clean() throws IOException {
        return Files.writeString(folder.resolve("clean.txt"), "A: x\n").getFileName().toString();
    }

    @Test
    void lintSpeaksToGithub() throws IOException {
        Files.writeString(folder.resolve("a,b.txt"), "B%zz: x\n");

        String out = run("lint", "--format", "github", "a,b.txt").out();

        assertTrue(out.startsWith("::error file=" + folder + "/a%2Cb.txt,line=1,col=2,title=percent::`%25zz` is no"), out);
    }

    @Test
    @SuppressWarnings("unchecked")
    void sarifHoldsFiveThousandResultsAndTheNumberOfTheOthers() throws IOException {
        Files.writeString(file, "no header\n".repeat(5) + "x \n".repeat(6_000));

        Map<String, Object> document = Json.read(run("lint", "--format", "sarif", "r.txt").out(), "sarif", Map.class);

        Map<String, Object> run = ((List<Map<String, Object>>) document.get("runs")).getFirst();
        assertEquals("2.1.0", document.get("version"));
        assertEquals(5_000, ((List<Object>) run.get("results")).size());
        assertTrue(run.get("invocations").toString().contains("more findings not shown"), run.get("invocations").toString());
    }

    @Test
    void sarifFingerprintsSurviveOtherLines() throws IOException {
        Files.writeString(file, "B/2025-13-01: x\n");
        String before = fingerprint(run("lint", "--format", "sarif", "r.txt").out());
        Files.writeString(file, "A: new\nB/2025-13-01: x\n");

        assertEquals(before, fingerprint(run("lint", "--format", "sarif", "r.txt").out()));
    }

    private static String fingerprint(String sarif) {
        return sarif.replaceFirst("(?s).*\"codeAndLine/v1\":\"([0-9a-f]{32}:1)\".*", "$1");
    }
}
