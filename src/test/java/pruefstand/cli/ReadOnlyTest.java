package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.model.hub.LoopbackHub;

/**
 * Everything lies on a disk that can only be read: workspace, home, caches. What only reads goes on; what writes says where it could
 * not. The disk is mounted for one Java alone, since to root the rights of a folder mean nothing.
 */
class ReadOnlyTest {

    private static final String SCRIPT = """
            folder=$1; disk=$2; shift 2
            mkdir -p "$disk" && mount -t tmpfs tmpfs "$disk" && cp -a "$folder/." "$disk" && mount -o remount,ro "$disk" || exit 97
            exec "$@"
            """;
    private static final String NOWHERE = "Read-only file system";

    @TempDir
    private static Path temporary;
    private static Path folder;
    private static Path disk;

    @BeforeAll
    static void aWorkspaceWithResults() throws IOException {
        folder = Files.createDirectories(temporary.resolve("source"));
        disk = temporary.resolve("disk");
        Files.createDirectories(folder.resolve("tasks"));
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: r.txt\nmodels: models.yaml\ntasks: [tasks]\nresults: [results, imported]\n");
        Files.writeString(folder.resolve("r.txt"), "Würfel/2025-01-31: Rät.\nAffe/2025-01-05: Tippt.\n");
        Files.writeString(folder.resolve("models.yaml"), """
                models:
                  - {name: Würfel, kind: encoder, variants: [{name: zufall, baseline: random}, {name: fern, hub: pruefstand-tests/a, file: b.gguf}]}
                  - {name: Affe, kind: encoder, variants: [{name: stur, baseline: constant}]}
                """);
        Files.writeString(folder.resolve("tasks/t.yaml"), "name: t\nversion: 1\nkind: sts\nlanguages: [de]\ndescription: {de: A, en: B}\n"
                + "data: {test: t.jsonl}\nscale: {min: 0, max: 5}\n");
        Files.writeString(folder.resolve("tasks/t.jsonl"), IntStream.range(0, 12).mapToObj(i ->
                "{\"sentence1\": \"Satz %d\", \"sentence2\": \"Satz %d\", \"score\": %d}\n".formatted(i, i * i, i % 5)).collect(Collectors.joining()));
        Path editor = Files.writeString(folder.resolve("editor"), "#!/bin/sh\nsed -i 's/Tippt/Schreibt/' \"$1\"\n");
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProgramRun eval = ProgramRun.in(folder, "eval", "--models", "Würfel", "--threads", "1");
        assertEquals(0, eval.code(), eval.err());
    }

    @TestFactory
    Stream<DynamicTest> whatWritesSaysWhereItCouldNotAndWhatOnlyReadsGoesOn() throws IOException, InterruptedException {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String command : List.of("lint --fix", "lint --fix r.txt", "add --name X --date 2025-03-01 --text Gut", "edit Affe")) {
            expected.put(command, "r.txt cannot be written: " + NOWHERE);
        }
        expected.put("add --name X --date 2025-03-01 --text Gut --into new.txt", "new.txt cannot be written: " + NOWHERE);
        expected.put("eval --threads 1", "No records can be written to " + disk + "/results (" + NOWHERE);
        expected.put("nightly --until 23:59", "No records can be written to " + disk + "/results (" + NOWHERE);
        expected.put("import " + folder + "/results", "No records can be written to " + disk + "/imported (" + NOWHERE);
        expected.put("demo --out demo --threads 1", "No records can be written to " + disk + "/demo-results (" + NOWHERE);
        expected.put("results prune --items-older-than 1s --apply", disk + "/results");
        expected.put("site", disk + "/target: " + NOWHERE + ". Correct that, or name another place");
        expected.put("export csv --out t.csv", "t.csv: " + NOWHERE);
        expected.put("export mteb --out mteb", disk + "/mteb: " + NOWHERE);
        expected.put("export parquet --out t.parquet", "t.parquet\": " + NOWHERE);
        expected.put("pull Würfel", "cannot be written: " + NOWHERE + ". Set HF_HUB_CACHE");
        for (String command : List.of("list", "show Affe", "models", "parse", "results verify", "search Tippt --words",
                "query SELECT(1)", "eval --plan --threads 1", "export csv")) {
            expected.put(command, "= 0");
        }
        Map<String, String> answers = answers(List.of(), List.copyOf(expected.keySet()));
        return expected.keySet().stream().map(command -> dynamicTest(command, () -> holds(answers.get(command), expected.get(command))));
    }

    /** Libraries are unpacked there, workers keep their log there. */
    @TestFactory
    Stream<DynamicTest> aFolderForTemporaryFilesThatCannotBeWrittenIsNamed() throws IOException, InterruptedException {
        Path text = Path.of("README.md").toAbsolutePath();
        Path model = Path.of("eval/models/tiny-de-en-xs-q4_0.gguf").toAbsolutePath();
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("list", "= 0");
        expected.put("eval --threads 1", "Libraries are unpacked to " + disk + "/tmp first");
        expected.put("query SELECT(1)", "Libraries are unpacked to " + disk + "/tmp first");
        expected.put("perplexity --threads 1 --model " + model + " --text-file " + text, disk + "/tmp/pruefstand");
        expected.put("search Tippt --words", disk + "/tmp/pruefstand-search");
        Map<String, String> answers = answers(List.of("-Djava.io.tmpdir=" + disk + "/tmp"), List.copyOf(expected.keySet()));
        return expected.keySet().stream().map(command -> dynamicTest(command, () -> holds(answers.get(command), expected.get(command))));
    }

    private static void holds(String answer, String expected) {
        assertTrue(answer.contains(expected), answer);
        assertTrue(expected.equals("= 0") || answer.endsWith("= 2\n") || answer.endsWith("= 3\n"), answer);
        assertTrue(!answer.contains("\tat ") && !answer.contains("an error in the program"), answer);
    }

    private static Map<String, String> answers(List<String> options, List<String> commands) throws IOException, InterruptedException {
        List<String> script = List.of("unshare", "--map-root-user", "--mount", "sh", "-c", SCRIPT, "sh", folder.toString(), disk.toString());
        try (LoopbackHub hub = new LoopbackHub(new byte[] {1, 2, 3})) {
            ProcessBuilder java = SomeCommands.java(script, Stream.concat(options.stream(), Stream.of("-Duser.home=" + disk)).toList(), disk, commands);
            java.environment().putAll(Map.of("HOME", disk.toString(), "XDG_CACHE_HOME", disk + "/cache", "HF_HUB_CACHE", disk + "/hub",
                    "HF_ENDPOINT", hub.endpoint(), "EDITOR", disk + "/editor"));
            return SomeCommands.answers(java);
        }
    }
}
