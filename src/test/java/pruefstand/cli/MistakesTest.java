package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
        expect(2, "X:Q8_0: expected exactly one of hub (with file), file, server, folder, baseline; found 0", "eval");
    }

    @Test
    void aWorkspaceThatIsMadeTwice() throws IOException {
        workspace();
        expect(2, "is there already; nothing was changed", "init");
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
