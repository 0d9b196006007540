package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.json.Json;
import pruefstand.task.Shared;

class GenerateCommandTest {

    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String STORIES = Shared.file("models/stories260K.gguf").toString();

    @TempDir
    private Path folder;

    /** The reference's continuation: ", there was a little girl named Lily. She loved to play …" */
    @Test
    void writesWhatFollowsAPromptFromStandardInput() {
        ProgramRun run = ProgramRun.in(HERE, "Once upon a time\n".getBytes(StandardCharsets.UTF_8), "generate", "--model", STORIES,
                "--prompt", "-", "-n", "40", "--stop", " She", "--threads", "1");
        assertEquals(0, run.code(), run.err());
        assertEquals(", there was a little girl named Lily." + System.lineSeparator(), run.out());
    }

    @Test
    void tellsInJsonHowItCameAbout() {
        ProgramRun run = ProgramRun.in(HERE, "generate", "--model", STORIES, "--prompt", "Once upon a time", "-n", "9", "--threads", "1",
                "--temperature", "0.9", "--top-k", "40", "--top-p", "0.95", "--min-p", "0.05", "--seed", "1", "--json");
        assertEquals(0, run.code(), run.err());
        Map<?, ?> report = Json.read(run.out(), "generate", Map.class);
        assertEquals(5, report.get("prompt_tokens"));
        assertEquals(9, report.get("tokens"));
        assertEquals("length", report.get("end"));
        List<?> pieces = (List<?>) report.get("piece_seconds");
        assertEquals(pieces.getFirst(), report.get("time_to_first_token_seconds"));
        assertTrue(((Number) report.get("seconds")).doubleValue() >= ((Number) pieces.getLast()).doubleValue());
        assertEquals("stories260K.gguf", ((Map<?, ?>) report.get("artifact")).get("file"));
    }

    @Test
    void holdsAConversationInTheModelsOwnForm() {
        String model = Shared.file("models/fixtures/tiny-chatml-f16.gguf").toString();
        ProgramRun run = ProgramRun.in(HERE, "generate", "--model", model, "--chat", "--system", "Du bist ein Testmodell.", "--prompt",
                "Wie heißt die Hauptstadt von Österreich?", "-n", "3", "--threads", "1", "--engine", "b8390", "--json");
        assertEquals(0, run.code(), run.err());
        // As many as the reference has token ids.
        assertEquals(47, Json.read(run.out(), "generate", Map.class).get("prompt_tokens"));
    }

    @ParameterizedTest
    @CsvSource({"--temperature=-1, -1.0", "--top-p=0, 0.0", "--top-k=-2, -2", "--min-p=1.5, 1.5", "--stop=, --stop",
        "--system=x, --chat", "--gpu-layers=-1, --gpu-layers", "--kv-type=q9, q9", "-n=0, 0"})
    void saysWhichOptionMakesNoSense(String option, String named) {
        ProgramRun run = ProgramRun.in(HERE, "generate", "--model", STORIES, "--prompt", "a", option);
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(named), run.err());
        assertEquals("", run.out());
    }

    @Test
    void anAdapterOfTheRegistryIsAddedAndNamed() throws IOException {
        Path adapter = Shared.file("models/fixtures/tiny-de-en-m-lora-r4-f32.gguf");
        Files.writeString(folder.resolve("pruefstand.yaml"), "models: models.yml\n");
        Files.writeString(folder.resolve("models.yml"), "models:\n  - name: M\n    kind: decoder\n    variants:\n      - {name: tuned, file: \""
                + Shared.file("models/tiny-de-en-m-f16.gguf") + "\", lora: \"" + adapter + "\", lora_scale: 0.5}\n"
                + "      - {name: without, file: \"" + Shared.file("models/tiny-de-en-m-f16.gguf") + "\", lora: no.gguf}\n");
        Map<?, ?> settings = (Map<?, ?>) ((Map<?, ?>) Json.read(perplexity("M:tuned").out(), "perplexity", Map.class).get("engine"))
                .get("settings");
        assertEquals(0.5, settings.get("lora_scale"));
        assertEquals("tiny-de-en-m-lora-r4-f32.gguf", settings.get("lora"));
        assertEquals("0458f09fdc886962c29ecbeaef7830e825395b22835099c69353d3ee3e4fe891", settings.get("lora_sha256"));
        ProgramRun missing = perplexity("M:without");
        assertEquals(3, missing.code());
        assertTrue(missing.err().contains("no.gguf"), missing.err());
    }

    private ProgramRun perplexity(String model, String... more) {
        return ProgramRun.in(folder, Stream.concat(Stream.of("perplexity", "--model", model, "--text-file",
                Shared.file("models/ref/text-de.txt").toString(), "--context", "128", "--threads", "1", "--json"),
                Arrays.stream(more)).toArray(String[]::new));
    }
}
