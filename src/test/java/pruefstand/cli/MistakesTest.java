package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong, and what the program says to it: one clear line, the right exit code, no stack trace. */
class MistakesTest {

    private static final String MODEL = Path.of("eval/models/tiny-de-en-xs-q8_0.gguf").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    @BeforeEach
    void aTextFile() throws IOException {
        Files.writeString(folder.resolve("text.txt"), "Ein kurzer Text.\n");
    }

    @Test
    void aModelFileThatIsNotThere() {
        expect(3, "nothing.gguf", "perplexity", "--model", "nothing.gguf", "--text-file", "text.txt");
    }

    @Test
    void aTruncatedModelFile() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(MODEL));
        Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, whole.length / 2));
        expect(2, "cut.gguf", "perplexity", "--model", "cut.gguf", "--text-file", "text.txt");
    }

    @Test
    void aFileThatIsNoModel() throws IOException {
        Files.writeString(folder.resolve("fake.gguf"), "GGUF, or so I claim");
        expect(2, "fake.gguf", "perplexity", "--model", "fake.gguf", "--text-file", "text.txt");
    }

    @Test
    void aTextThatIsTooShort() {
        expect(2, "256", "perplexity", "--model", MODEL, "--text-file", "text.txt", "--context", "128");
    }

    @Test
    void aTextFileThatIsNotThere() {
        expect(3, "none.txt", "perplexity", "--model", MODEL, "--text-file", "none.txt");
    }

    @Test
    void aTextThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("latin.txt"), new byte[] {'G', 'r', (byte) 0xF6, (byte) 0xDF, 'e'});
        expect(2, "latin.txt is not UTF-8", "perplexity", "--model", MODEL, "--text-file", "latin.txt");
    }

    @Test
    void aModelNameThatNobodyKnows() {
        expect(2, "tiny-de-en-m", "perplexity", "--model", "Quen3", "--text-file", "text.txt");
    }

    @Test
    void aVariantThatIsNotThere() {
        expect(2, "Q4_K_M", "perplexity", "--model", "tiny-de-en-m:Q5_K", "--text-file", "text.txt");
    }

    @Test
    void aMethodThatIsNone() {
        expect(2, "expected llama.cpp, lm-eval or spans", "perplexity", "--model", MODEL, "--text-file", "text.txt", "--method", "x");
    }

    @Test
    void aNumberThatIsNone() {
        expect(2, "'many' is not a whole number", "perplexity", "--model", MODEL, "--text-file", "text.txt", "-c", "many");
    }

    @Test
    void moreThreadsThanProcessors() {
        expect(2, "100,000 threads are more than", "perplexity", "--model", MODEL, "--text-file", "text.txt", "-t", "100000");
    }

    @Test
    void anOptionThatIsMissing() {
        expect(2, "--text-file", "perplexity", "--model", MODEL);
    }

    @Test
    void aCommandThatIsMisspelled() {
        expect(2, "'lnit'", "lnit");
    }

    @Test
    void aReviewFileThatIsNotThere() {
        expect(3, "none.txt", "lint", "none.txt");
    }

    @Test
    void aFolderThatIsNoWorkspace() {
        expect(2, "pruefstand init", "list");
    }

    @Test
    void aWorkspaceWithAnUnknownKey() throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), "title: {de: A, en: B}\ncataloge: reviews.txt\n");
        expect(2, "pruefstand.yaml:2:1: unknown key 'cataloge'", "list");
    }

    @Test
    void aTaskFileWithAnUnknownKey() throws IOException {
        workspace();
        Files.writeString(folder.resolve("tasks/a.yaml"), """
                name: a
                version: 1
                kind: speed
                languages: [de]
                description: {de: A, en: B}
                promt: 128
                """);
        expect(2, "a.yaml:6:1: unknown key 'promt'", "eval");
    }

    @Test
    void aRegistryWithAVariantThatComesFromNowhere() throws IOException {
        workspace();
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n  - {name: X, kind: decoder, variants: [{name: Q8_0}]}\n");
        expect(2, "X:Q8_0: expected exactly one of hub (with file), file, server, folder, baseline, vectors; found 0", "eval");
    }

    @Test
    void aWorkspaceThatIsMadeTwice() throws IOException {
        workspace();
        expect(2, "is there already; nothing was changed", "init");
    }

    @Test
    void settingsThatCannotBeMeant() throws IOException {
        settings("pruefstand.yaml: results is an empty list", "results: []");
        settings("pruefstand.yaml: tasks is an empty list", "tasks: []");
        settings("pruefstand.yaml: results is empty or no path", "results: [null]");
        settings("pruefstand.yaml: catalogue is empty or no path", "catalogue: \"\"");
        settings("pruefstand.yaml: catalogue is empty or no path. Nul character", "catalogue: \"a\\0b\"");
        settings("pruefstand.yaml: site.base_url is 'ht tp'", "site: {base_url: \"ht tp\"}");
        settings("pruefstand.yaml: site.imprint is 'javascript:alert(1)'", "site: {imprint: \"javascript:alert(1)\"}");
        settings("pruefstand.yaml: site.privacy is '/privacy'", "site: {privacy: /privacy}");
    }

    private void settings(String part, String text) throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), text + "\n");
        expect(2, part, "list");
    }

    @Test
    void settingsThatAreNoText() throws IOException {
        Files.write(folder.resolve("pruefstand.yaml"), new byte[] {'a', ':', '\n', (byte) 0xFF, 0});
        expect(2, "pruefstand.yaml:2:1: this is not UTF-8 text", "list");
    }

    @Test
    void aRegistryThatIsNoText() throws IOException {
        workspace();
        Files.write(folder.resolve("eval/models.yaml"), new byte[] {(byte) 0xFE, (byte) 0xFF});
        expect(2, "models.yaml:1:1: this is not UTF-8 text", "models");
    }

    @Test
    void aPatternThatIsNone() throws IOException {
        workspace();
        expect(2, "'[' for --models is no pattern", "eval", "--models", "[");
    }

    @Test
    void aPatternThatMatchesNothing() throws IOException {
        workspace();
        Files.writeString(folder.resolve("eval/models.yaml"),
                "models: [{name: X, kind: encoder, variants: [{name: hash, baseline: trigram-hash}]}]\n");
        expect(2, "'Y*' for --models matches no name. There are: X", "eval", "--models", "Y*");
        expect(2, "'speed' for --tasks matches no name", "eval", "--tasks", "speed");
    }

    @Test
    void modelsThatNobodyCanOpen() {
        perplexityOf(2, "--model names no model", "");
        perplexityOf(2, "'http://a b' is no address", "http://a b");
        perplexityOf(3, ". is a folder without an ONNX model", ".");
        perplexityOf(2, "'a\uFFFDb' is neither a name nor a path", "a\0b");
    }

    private void perplexityOf(int code, String part, String model) {
        expect(code, part, "perplexity", "--model", model, "--text-file", "text.txt");
    }

    @Test
    void aFolderInPlaceOfAText() {
        expect(2, ". is a folder; expected is a text file", "perplexity", "--model", MODEL, "--text-file", ".");
    }

    @Test
    void lengthsThatNoModelHas() {
        expect(2, "2,000,000,000", "bench", "--model", MODEL, "-p", "2000000000", "-d", "2000000000");
        expect(2, "nothing to measure", "bench", "--model", MODEL, "-p", "0", "-n", "0");
    }

    @Test
    void aSiteThatCannotStandThere() throws IOException {
        workspace();
        expect(2, "'ht tp' for --base-url", "site", "--base-url", "ht tp");
        expect(2, "'https://h/?q=1' for --base-url", "site", "--base-url", "https://h/?q=1");
        expect(2, "'https://h/#f' for --base-url", "site", "--base-url", "https://h/#f");
        expect(2, "'https://h:99999' for --base-url", "site", "--base-url", "https://h:99999");
        expect(2, "text.txt is a file", "site", "--out", "text.txt");
    }

    @Test
    void linesThatAreNotUtf8() {
        byte[] latin = {'G', 'r', (byte) 0xF6};
        for (String command : new String[] {"embed", "rerank"}) {
            ProgramRun run = ProgramRun.in(folder, latin, command, "--model", MODEL);
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().contains("- is not UTF-8"), run.err());
        }
    }

    @Test
    void outputThatCannotBeWritten() throws IOException {
        workspace();
        ProgramRun full = ProgramRun.into(output("No space left on device"), folder, "parse");
        assertEquals(2, full.code());
        assertTrue(full.err().startsWith("pruefstand: The output could not be written"), full.err());
        ProgramRun left = ProgramRun.into(new PipeOutput(output("Datenübergabe unterbrochen (broken pipe)")), folder, "parse");
        assertEquals(0, left.code());
        assertEquals("", left.err());
    }

    private static OutputStream output(String trouble) {
        return new OutputStream() {
            @Override
            public void write(int unit) throws IOException {
                throw new IOException(trouble);
            }
        };
    }

    @Test
    void aRecordThatCannotBeReadIsNamedAndTheRestIsShown() throws IOException {
        workspace();
        Path broken = folder.resolve("eval/results/speed/x/q/r.json");
        Files.createDirectories(broken.getParent());
        Files.write(broken, new byte[] {(byte) 0xFF});
        for (String[] command : new String[][] {{"show", "X"}, {"eval"}, {"site"}}) {
            ProgramRun run = ProgramRun.in(folder, command);
            assertEquals(0, run.code(), run.err());
            assertTrue(run.err().contains("left out, not a record: " + broken + ":1:1: this is not UTF-8 text"), run.err());
        }
    }

    @Test
    void aWorkspaceThatSaysNothingHasTheShippedTasks() throws IOException {
        Files.createDirectories(folder.resolve("catalogue"));
        Files.createDirectories(folder.resolve("eval"));
        Files.writeString(folder.resolve("catalogue/reviews.txt"), "X/2026-01-01: Gut.\n");
        Files.writeString(folder.resolve("eval/models.yaml"), "models: []\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "  # nothing\n\n\t# yet\n");
        ProgramRun run = ProgramRun.in(folder, "eval");
        assertEquals(0, run.code(), run.err());
        Files.writeString(folder.resolve("pruefstand.yaml"), "tasks: [eval/tasks]\n");
        expect(3, "eval/tasks", "eval");
    }

    @Test
    void isAlwaysTellingWhichBuildItIs() {
        ProgramRun run = ProgramRun.in(folder, "--version");
        assertEquals(0, run.code(), run.err());
        assertEquals("pruefstand unpacked (unknown, changed)\n", run.out());
    }

    @Test
    void tellsAProgramWhatTheMachineHas() {
        ProgramRun run = ProgramRun.in(folder, "doctor", "--json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("{\"java\":\"25"), run.out());
        assertTrue(run.out().contains("\"missing\":null"), run.out());
    }

    @Test
    void aModelIsShownByItsAliasWithHowItRuns() throws IOException {
        workspace();
        Files.writeString(folder.resolve("eval/models.yaml"), "models: [{name: X, aliases: [ix], kind: encoder, variants: ["
                + "{name: hash, baseline: trigram-hash}, {name: Q8_0, file: none.gguf}]}]\n");
        ProgramRun run = ProgramRun.in(folder, "show", "ix");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("X\n") && run.out().contains("Gut."), run.out());
        assertTrue(run.out().contains("X:hash  ready\nX:Q8_0  the file "), run.out());
    }

    private void workspace() throws IOException {
        Files.createDirectories(folder.resolve("tasks"));
        Files.writeString(folder.resolve("reviews.txt"), "X/2026-01-01: Gut.\n");
        ProgramRun made = ProgramRun.in(folder, "init", "reviews.txt");
        assertEquals(0, made.code(), made.err());
        Path settings = folder.resolve("pruefstand.yaml");
        Files.writeString(settings, Files.readString(settings).replace("tasks: [builtin]", "tasks: [tasks]"));
    }

    private void expect(int code, String part, String... arguments) {
        ProgramRun run = ProgramRun.in(folder, arguments);
        assertAll(() -> assertEquals(code, run.code(), run.err()), () -> assertTrue(run.err().contains(part), run.err()),
                () -> assertEquals("", run.out()), () -> assertFalse(run.err().contains("\tat "), run.err()));
    }
}
