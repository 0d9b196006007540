package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.model.hub.DataHub;
import pruefstand.model.hub.LoopbackHub;
import pruefstand.task.ParquetFixture;

/** Data sets from a hub on loopback into the cache, and from there into a record. */
class PullDataTest {

    private static final String TASK = """
            name: pairs-hub
            version: 1
            kind: sts
            languages: [de]
            description: {de: "Paare.", en: "Pairs."}
            data: {test: {hub: pruefstand-tests/pairs, revision: %s, %s}}
            fields: {sentence1: a, sentence2: b, score: alike}
            scale: {min: 0, max: 5}
            """;

    @TempDir
    private Path folder;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private DataHub hub;

    @BeforeEach
    void aWorkspaceAndAHub() throws IOException {
        files.put("data/test-00000-of-00002.parquet", Files.readAllBytes(ParquetFixture.write(folder.resolve("0.parquet"),
                "SELECT 'Die Katze ' || i, 'Der Kater ' || i, i % 5 FROM range(20) r(i)", "a, b, alike")));
        files.put("data/test-00001-of-00002.parquet", Files.readAllBytes(ParquetFixture.write(folder.resolve("1.parquet"),
                "SELECT 'Das Haus ' || i, 'Die Uhr ' || i * i, i % 3 FROM range(20) r(i)", "a, b, alike")));
        files.put("data/train-00000-of-00001.parquet", new byte[] {1});
        files.put("README.md", "Paare".getBytes(StandardCharsets.UTF_8));
        hub = new DataHub("pruefstand-tests/pairs", files);
        Files.writeString(folder.resolve("r.txt"), "X/2026-01-01: Gut.\n");
        ProgramRun.in(folder, "init", "r.txt");
        Path settings = folder.resolve("pruefstand.yaml");
        Files.writeString(settings, Files.readString(settings).replace("tasks: [builtin]", "tasks: [eval/tasks, builtin]"));
        Files.writeString(folder.resolve("eval/models.yaml"),
                "models:\n  - name: X\n    kind: encoder\n    variants:\n      - {name: hash, baseline: trigram-hash}\n");
        task("main", "split: test");
        delete(cache());
    }

    @AfterEach
    void close() throws IOException {
        hub.close();
        delete(cache());
    }

    private void task(String revision, String files) throws IOException {
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("eval/tasks/pairs-hub.yaml"), TASK.formatted(revision, files));
    }

    private static Path cache() {
        String cache = System.getenv("HF_HUB_CACHE");
        assertTrue(cache != null && cache.contains("target"), "pom.xml gives the tests a cache of their own");
        return Path.of(cache).resolve("datasets--pruefstand-tests--pairs");
    }

    private ProgramRun pull(String... arguments) {
        String[] all = Stream.concat(Stream.of("pull"), Stream.of(arguments)).toArray(String[]::new);
        return ProgramRun.in(folder, Map.of("HF_ENDPOINT", hub.endpoint()), all);
    }

    private ProgramRun eval() {
        return ProgramRun.in(folder, "eval", "--models", "X", "--tasks", "pairs-*", "--tasks-dir", "eval/tasks", "--json", "--threads", "1");
    }

    @Test
    void aTaskWaitsForItsDataAndIsMeasuredWithThem() throws IOException {
        ProgramRun before = eval();
        assertEquals(0, before.code(), before.err());
        assertTrue(before.err().contains("1 task waits for data that have not been fetched; this does it: pruefstand pull pairs-hub"),
                before.err());
        ProgramRun pulled = pull("pairs-hub");
        assertEquals(0, pulled.code(), pulled.err());
        Path shards = cache().resolve("snapshots/" + DataHub.COMMIT + "/data");
        assertEquals("pairs-hub:test  " + shards.resolve("test-00000-of-00002.parquet") + "\npairs-hub:test  "
                + shards.resolve("test-00001-of-00002.parquet") + "\n", pulled.out());
        assertFalse(Files.exists(shards.resolve("train-00000-of-00001.parquet")));
        hub.close();
        ProgramRun run = eval();
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"items\":40"), run.out() + run.err());
        assertTrue(run.out().contains("\"status\":\"ok\""), run.out());
        assertFalse(run.err().contains("waits"), run.err());
        assertTrue(Files.readString(folder.resolve("eval/models.lock.json")).contains("\"hub\" : \"datasets/pruefstand-tests/pairs\""));
    }

    @Test
    void theHashOfTheDataIsThatOfTheFilesThatWereRead() throws IOException {
        task(DataHub.COMMIT, "file: data/test-00000-of-00002.parquet");
        assertEquals(0, pull("pairs-hub").code());
        ProgramRun run = eval();
        assertTrue(run.out().contains("\"data_sha256\":\""
                + LoopbackHub.sha256(files.get("data/test-00000-of-00002.parquet")) + "\""), run.out() + run.err());
        assertEquals("", eval().out(), "nothing is measured twice");
    }

    @Test
    void nothingIsAskedTwice() {
        assertEquals(0, pull("pairs-hub").code());
        int asked = hub.requests().size();
        String told = pull("pairs-hub", "--json").out();
        assertTrue(told.contains("\"fetched\":false"), told);
        assertTrue(told.startsWith("{\"task\":\"pairs-hub\",\"data\":\"test\",\"path\":"), told);
        assertEquals(asked, hub.requests().size());
        assertEquals(0, pull("pairs-hub", "--update").code());
        assertEquals(asked + 3, hub.requests().size(), "what the revision is now, and each of its two files");
    }

    @Test
    void halfASplitIsNone() throws IOException {
        assertEquals(0, pull("pairs-hub").code());
        Files.delete(cache().resolve("snapshots/" + DataHub.COMMIT + "/data/test-00001-of-00002.parquet"));
        assertTrue(eval().err().contains("1 task waits"), eval().err());
    }

    @Test
    void whatCannotBePulledSaysWhatThereIs() throws IOException {
        task("main", "split: dev");
        ProgramRun run = pull("pairs-hub");
        assertEquals(2, run.code(), run.out());
        assertTrue(run.err().contains("datasets/pruefstand-tests/pairs at main has no file that fits data/dev-*.parquet"), run.err());
        assertTrue(run.err().contains("It has: README.md, data/test-00000-of-00002.parquet"), run.err());
        task("main", "file: data/dev.parquet");
        assertEquals(3, pull("pairs-hub").code());
        task("main", "file: data/x.pkl");
        assertTrue(pull("pairs-hub").err().contains("runs whatever program is in it"), pull("pairs-hub").err());
    }

    @Test
    void aModelAndATaskMayBePulledTogetherAndAnUnknownNameIsNeither() {
        ProgramRun run = pull("X", "pairs-hub");
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of("X:hash", "pairs-hub:test", "pairs-hub:test"),
                run.out().lines().map(line -> line.split("  ")[0]).toList(), run.out());
        assertEquals(2, pull("pairs-hob").code());
    }

    @Test
    void theCommandsOfTheDocumentRun() throws IOException {
        List<String> commands = Files.readString(Path.of(System.getProperty("pruefstand.home"), "docs/tasks.md")).lines()
                .filter(line -> line.startsWith("    pruefstand ")).map(line -> line.strip().substring("pruefstand ".length())).toList();
        assertEquals(List.of("pull paws-x-de", "eval --tasks paws-x-de"), commands);
        assertTrue(pull(commands.get(0).split(" ")[1]).err().contains("google-research-datasets/paws-x"), "it asks the hub for them");
        ProgramRun run = ProgramRun.in(folder, commands.get(1).split(" "));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("pruefstand pull paws-x-de"), run.err());
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
