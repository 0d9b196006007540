package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.json.Json;
import pruefstand.record.RunRecord;
import pruefstand.task.Shared;

/** Both installed llama.cpps give what PyTorch gives; each runs in workers of its own, since a process can hold only one. */
class EngineVersionsTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.5.0", "b8390"})
    void perplexityInExactModeIsThatOfPyTorchToSixPlaces(String version) {
        Map<?, ?> report = perplexity(version, "models/fixtures/tiny-qwen3-f32.gguf", "--kv-type", "f32", "--flash-attention", "off",
                "--no-mmap", "--gpu-layers", "0");
        assertEquals(2800.6557, ((Number) report.get("perplexity")).doubleValue(), 2800.6557 * 1e-6);
        assertEquals("llama.cpp", engine(report).get("name"));
        assertTrue(((String) engine(report).get("version")).startsWith(version), engine(report).toString());
        assertEquals("{context=128, flash_attention=off, gpu_layers=0, kv_cache=f32, mmap=false}",
                engine(report).get("settings").toString());
    }

    private static Map<?, ?> perplexity(String version, String model, String... options) {
        List<String> arguments = List.of("perplexity", "--model", Shared.file(model).toString(), "--text-file",
                Shared.file("models/ref/text-de.txt").toString(), "--context", "128", "--threads", "1", "--engine", version, "--json");
        String[] all = Stream.concat(arguments.stream(), Arrays.stream(options)).toArray(String[]::new);
        ProgramRun run = ProgramRun.in(HERE, all);
        assertEquals(0, run.code(), run.err());
        return Json.read(run.out(), "perplexity", Map.class);
    }

    private static Map<?, ?> engine(Map<?, ?> report) {
        return (Map<?, ?>) report.get("engine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5.0", "b8390"})
    void embeddingsAreThoseOfPyTorch(String version) {
        List<?> items = (List<?>) Json.read(Shared.file("models/ref/tiny-bert-de-en-embed.json"), Map.class).get("items");
        String lines = items.stream().map(item -> (String) ((Map<?, ?>) item).get("text")).collect(Collectors.joining("\n"));
        ProgramRun run = ProgramRun.in(HERE, lines.getBytes(StandardCharsets.UTF_8), "embed", "--model",
                Shared.file("models/tiny-bert-de-en-embed-f16.gguf").toString(), "--threads", "1", "--engine", version);
        assertEquals(0, run.code(), run.err());
        List<?> vectors = run.out().lines().map(line -> Json.read(line, "embed", Map.class).get("embedding")).toList();
        for (int i = 0; i < items.size(); i++) {
            assertEquals(1, dot((List<?>) ((Map<?, ?>) items.get(i)).get("embedding"), (List<?>) vectors.get(i)), 1e-3);
        }
    }

    private static double dot(List<?> a, List<?> b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += ((Number) a.get(i)).doubleValue() * ((Number) b.get(i)).doubleValue();
        }
        return sum;
    }

    @Test
    void oneNightMeasuresBothAndRecordsTellThemApart() throws IOException {
        workspace("[0.5.0, b8390]");
        List<RunRecord> records = eval();
        assertEquals(List.of("0.5.0-dev", "b8390"), records.stream().map(record -> record.engine().orElseThrow().version()).toList());
        assertNotEquals(records.getFirst().key(), records.getLast().key());
        assertNotEquals(records.getFirst().run(), records.getLast().run());
        assertEquals(records.getFirst().metric("bits_per_byte").orElseThrow().value(),
                records.getLast().metric("bits_per_byte").orElseThrow().value(), 1e-3);
        assertEquals(List.of(), eval());
    }

    private List<RunRecord> eval(String... options) {
        String[] all = Stream.concat(Stream.of("eval", "--threads", "1", "--json"),
                Arrays.stream(options)).toArray(String[]::new);
        ProgramRun run = ProgramRun.in(folder, all);
        assertEquals(0, run.code(), run.err());
        return run.out().lines().map(line -> Json.read(line, "record", RunRecord.class)).toList();
    }

    private void workspace(String engines) throws IOException {
        Files.writeString(folder.resolve("reviews.txt"), "winzig/2026-11-21: Klein.\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [tasks]\nmodels: models.yml\nengines: "
                + engines + "\n");
        Files.writeString(folder.resolve("models.yml"), "models:\n  - name: winzig\n    kind: decoder\n    variants:\n"
                + "      - {name: Q8_0, file: \"" + Shared.file("models/tiny-de-en-xs-q8_0.gguf") + "\"}\n");
        Files.createDirectories(folder.resolve("tasks"));
        Files.writeString(folder.resolve("tasks/text.yaml"), "name: text\nversion: 1\nkind: perplexity\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ncontext: 64\ndata: {text: text.txt}\nspans: {bytes: 200, preceding: 100}\n");
        Files.writeString(folder.resolve("tasks/text.txt"), "Der Gärtner zählt am Abend die Töpfe im Hof, und keiner fehlt.\n\n".repeat(20));
    }

    @Test
    void anUnknownLlamaCppIsNamedWithThoseThatThereAre() throws IOException {
        ProgramRun run = ProgramRun.in(HERE, "perplexity", "--model", "m.gguf", "--text-file", "-", "--engine", "b1");
        assertEquals(3, run.code());
        workspace("[0.5.0, elsewhere]");
        run = ProgramRun.in(folder, "eval");
        assertEquals(3, run.code());
        assertTrue(run.err().contains("'elsewhere'") && run.err().contains("0.5.0, b8390"), run.err());
        workspace("[0.5.0, 0.5.0]");
        run = ProgramRun.in(folder, "eval");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("engines"), run.err());
    }
}
