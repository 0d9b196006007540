package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;
import pruefstand.model.ModelsLock;
import pruefstand.model.hub.LoopbackHub;

/** From a hub on loopback into the cache, and from there into a worker. The cache is one of the tests' own (pom.xml). */
class PullCommandTest {

    private static final Path MODEL = Path.of("eval/models/tiny-de-en-xs-q4_0.gguf");

    @TempDir
    private Path folder;
    private byte[] content;
    private LoopbackHub hub;

    @BeforeEach
    void aWorkspaceAndAHub() throws IOException {
        content = Files.readAllBytes(MODEL);
        hub = new LoopbackHub(content);
        Files.writeString(folder.resolve("r.txt"), "X/2026-01-01: Gut.\n");
        ProgramRun.in(folder, "init", "r.txt");
        registry("file: xs-Q4_0.gguf");
        delete(cache());
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
        delete(cache());
    }

    private void registry(String keys) throws IOException {
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n  - name: X\n    kind: decoder\n    variants:\n"
                + "      - {name: Q4_0, hub: pruefstand-tests/xs-GGUF, " + keys + "}\n");
    }

    private static Path cache() {
        String cache = System.getenv("HF_HUB_CACHE");
        assertTrue(cache != null && cache.contains("target"), "pom.xml gives the tests a cache of their own");
        return Path.of(cache).resolve("models--pruefstand-tests--xs-GGUF");
    }

    private ProgramRun pull(String... arguments) {
        String[] all = Stream.concat(Stream.of("pull"), Stream.of(arguments)).toArray(String[]::new);
        return ProgramRun.in(folder, Map.of("HF_ENDPOINT", hub.endpoint(), "HF_TOKEN", "hf_secret"), all);
    }

    @Test
    void whatWasPulledIsReadyAndRuns() throws IOException {
        ProgramRun before = ProgramRun.in(folder, "models");
        assertTrue(before.out().contains("X:Q4_0  can be pulled"), before.out());
        ProgramRun pulled = pull("X");
        assertEquals(0, pulled.code(), pulled.err());
        Path file = cache().resolve("snapshots/" + LoopbackHub.COMMIT + "/xs-Q4_0.gguf");
        assertEquals("X:Q4_0  " + file + "\n", pulled.out());
        assertFalse(pulled.err().contains("hf_secret"), pulled.err());
        assertEquals("{\"schema\":1,\"files\":[{\"hub\":\"pruefstand-tests/xs-GGUF\",\"revision\":\"main\",\"file\":\"xs-Q4_0.gguf\",\"commit\":\""
                + LoopbackHub.COMMIT + "\",\"sha256\":\"" + LoopbackHub.sha256(content) + "\",\"bytes\":" + content.length + "}]}",
                Json.write(Json.read(folder.resolve("eval/models.lock.json"), ModelsLock.class)));
        assertTrue(ProgramRun.in(folder, "models").out().contains("X:Q4_0  ready"));
        Files.writeString(folder.resolve("t.txt"), "Der Gärtner zählt am Abend die Töpfe im Hof, und keiner fehlt. ".repeat(20));
        ProgramRun run = ProgramRun.in(folder, "perplexity", "--model", "X", "--text-file", "t.txt", "--context", "64", "-t", "1", "--json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"artifact\":{\"file\":\"xs-Q4_0.gguf\",\"sha256\":\"" + LoopbackHub.sha256(content)), run.out());
    }

    @Test
    void aNightFetchesWhatItMayAndMeasuresIt() throws IOException {
        Files.createDirectories(folder.resolve("tasks"));
        Files.writeString(folder.resolve("tasks/text.yaml"), "name: text\nversion: 1\nkind: perplexity\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ncontext: 64\ndata: {text: t.txt}\nspans: {bytes: 200, preceding: 100}\n");
        Files.writeString(folder.resolve("tasks/t.txt"), "Der Gärtner zählt am Abend die Töpfe im Hof.\n\n".repeat(20));
        String settings = "catalogue: r.txt\ntasks: [tasks]\nnightly: {cache_gb: %s}\n";
        Files.writeString(folder.resolve("pruefstand.yaml"), settings.formatted("0.000001"));
        Map<String, String> environment = Map.of("HF_ENDPOINT", hub.endpoint(), "HF_TOKEN", "hf_secret");
        ProgramRun full = ProgramRun.in(folder, environment, "nightly", "--threads", "1");
        assertTrue(full.err().contains("X:Q4_0 was not fetched") && full.out().contains("Nothing was due"), full.out() + full.err());
        Files.writeString(folder.resolve("pruefstand.yaml"), settings.formatted("1"));
        ProgramRun night = ProgramRun.in(folder, environment, "nightly", "--threads", "1");
        assertEquals(0, night.code(), night.out() + night.err());
        assertTrue(night.out().contains("One cell measured") && night.out().contains("## Fetched\n\n- X:Q4_0"), night.out());
        hub.close();
        delete(cache());
        ProgramRun without = ProgramRun.in(folder, environment, "nightly", "--threads", "1");
        assertEquals(1, without.code(), without.out());
        assertTrue(without.out().contains("## What else went wrong\n\n- X:Q4_0: "), without.out());
    }

    @Test
    void nothingIsAskedTwice() throws IOException {
        assertEquals(0, pull("X:Q4_0").code());
        int asked = hub.requests().size();
        ProgramRun again = pull("X", "--json");
        assertEquals(asked, hub.requests().size());
        assertTrue(again.out().contains("\"fetched\":false"), again.out());
        assertEquals(0, pull("X", "--update").code());
        assertEquals(asked + 1, hub.requests().size(), "what main is now, and not the file");
    }

    @Test
    void whatOllamaHasIsNotFetched() throws IOException {
        Path blob = Path.of(System.getenv("OLLAMA_MODELS")).resolve("blobs/sha256-" + LoopbackHub.sha256(content));
        Files.createDirectories(blob.getParent());
        Files.write(blob, content);
        try {
            assertEquals("X:Q4_0  " + blob + "\n", pull("X").out());
            assertEquals(0, hub.sendings());
            assertTrue(ProgramRun.in(folder, "models").out().contains("X:Q4_0  ready"));
        } finally {
            Files.delete(blob);
        }
    }

    @Test
    void aFileThatIsNotTheOneThatIsPinnedDoesNotRun() throws IOException {
        assertEquals(0, pull("X").code());
        registry("file: xs-Q4_0.gguf, sha256: " + "0".repeat(64));
        Files.writeString(folder.resolve("t.txt"), "Text.");
        ProgramRun run = ProgramRun.in(folder, "perplexity", "--model", "X", "--text-file", "t.txt", "-t", "1");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("which the registry pins"), run.err());
        ProgramRun pull = pull("X");
        assertEquals(2, pull.code(), pull.out());
        assertTrue(pull.err().contains("is not the file that the registry pins"), pull.err());
    }

    @Test
    void whatCannotBePulledSaysWhy() throws IOException {
        assertEquals(2, pull("Y").code());
        assertTrue(pull("Qwen3-0,6B").err().contains("Did you mean 'Qwen3-0.6B'?"), pull("Qwen3-0,6B").err());
        registry("file: pytorch_model.bin");
        ProgramRun pickle = pull("X");
        assertEquals(2, pickle.code());
        assertTrue(pickle.err().contains("runs whatever program is in it"), pickle.err());
        assertTrue(pull("GLM-4.6").out().contains("215 GB"), pull("GLM-4.6").out());
        registry("file: xs-Q4_0.gguf");
        hub.close();
        assertEquals(3, pull("X").code());
        assertFalse(Files.exists(cache()));
    }

    @Test
    void suggestionsAreWrittenOnce() throws IOException {
        Files.writeString(folder.resolve("eval/models.yaml"), "# mine\nmodels: []\n");
        Files.writeString(folder.resolve("r.txt"), "tiny%20de-en%20M/2026-01-01: Gut.\n");
        String models = MODEL.toAbsolutePath().getParent().toString();
        ProgramRun shown = ProgramRun.in(folder, "models", "--suggest", models);
        assertTrue(shown.out().contains("- name: tiny de-en M\n    kind: decoder\n"), shown.out() + shown.err());
        assertEquals("# mine\nmodels: []\n", Files.readString(folder.resolve("eval/models.yaml")));
        assertEquals(0, ProgramRun.in(folder, "models", "--suggest", "--write", models).code());
        assertTrue(Files.readString(folder.resolve("eval/models.yaml")).startsWith("# mine\nmodels:\n  - name: tiny de-en M\n"));
        assertTrue(ProgramRun.in(folder, "models", "--check").out().contains("tiny de-en M:Q4_K_M  ready"));
        assertEquals("", ProgramRun.in(folder, "models", "--suggest", "--write", models).out());
        assertEquals(3, ProgramRun.in(folder, "models", "--suggest", "nowhere").code());
        assertEquals(2, ProgramRun.in(folder, "models", "--write").code());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
