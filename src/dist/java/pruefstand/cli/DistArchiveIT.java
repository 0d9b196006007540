package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;

/** The archive of this platform, unpacked in a folder of its own and started where no Java is on the path. */
class DistArchiveIT {

    /** What the launcher calls, as POSIX systems have it. */
    private static final List<String> TOOLS = List.of("sh", "readlink", "locale", "flock", "find", "mkdir", "rm", "ps", "uname");
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private static Path folder;
    private static Path program;
    private static Path bench;

    @BeforeAll
    static void unpacked() throws IOException, InterruptedException {
        Path place = Files.createDirectories(folder.resolve("irgendwo, für alle"));
        Process tar = new ProcessBuilder("tar", "xzf", archive().toString(), "-C", place.toString()).inheritIO().start();
        assertEquals(0, tar.waitFor());
        try (Stream<Path> only = Files.list(place)) {
            program = only.findFirst().orElseThrow();
        }
        Path tools = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Optional<Path> found = Stream.of("/bin", "/usr/bin").map(bin -> Path.of(bin, tool)).filter(Files::exists).findFirst();
            if (found.isPresent()) {
                Files.createSymbolicLink(tools.resolve(tool), found.get());
            }
        }
        bench = Files.createDirectories(folder.resolve("bench"));
        Files.createDirectories(folder.resolve("home"));
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
        }
    }

    private static String run(int code, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(program.resolve("pruefstand").toString()), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(bench.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", folder.resolve("bin").toString(), "HOME", folder.resolve("home").toString(),
                "LANG", "C.UTF-8", "HF_HUB_CACHE", folder.resolve("hub").toString()));
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, process.waitFor(), told);
        return told;
    }

    @Test
    void runsOnTheJavaThatItBrings() throws IOException, InterruptedException {
        String told = run(0, "doctor", "--lang", "en");
        assertTrue(told.startsWith("Java 25"), told);
        assertTrue(told.lines().findFirst().orElseThrow().endsWith(" in " + program.resolve("runtime")), told);
    }

    /** llama.cpp, ONNX Runtime with its tokenizer, and DuckDB each bring native code. */
    @Test
    void measuresAsksAndBuildsTheSite() throws IOException, InterruptedException {
        Files.createDirectories(bench.resolve("eval/tasks"));
        Files.writeString(bench.resolve("reviews.txt"), "winzig/2026-11-20: Klein.\n");
        Files.writeString(bench.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n");
        Files.writeString(bench.resolve("eval/models.yaml"), """
                models:
                  - {name: winzig, kind: decoder, variants: [{name: Q8_0, file: "%1$s/tiny-de-en-xs-q8_0.gguf"}]}
                  - {name: paare, kind: encoder, variants: [{name: onnx, folder: "%1$s/tiny-bert-de-en-embed"}]}
                """.formatted(program.resolve("eval/models")));
        Files.writeString(bench.resolve("eval/tasks/text.yaml"), "name: text\nversion: 1\nkind: perplexity\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ncontext: 64\ndata: {text: text.txt}\nspans: {bytes: 200, preceding: 100}\n");
        Files.writeString(bench.resolve("eval/tasks/text.txt"), "Der Gärtner zählt am Abend die Töpfe im Hof, und keiner fehlt.\n\n".repeat(20));
        Files.writeString(bench.resolve("eval/tasks/sts.yaml"), "name: sts\nversion: 1\nkind: sts\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ndata: {test: d.jsonl}\nscale: {min: 0, max: 5}\n");
        Files.write(bench.resolve("eval/tasks/d.jsonl"), List.of("{\"sentence1\":\"Der Hof\",\"sentence2\":\"ein Hof\",\"score\":4}",
                "{\"sentence1\":\"Brot\",\"sentence2\":\"Töpfe\",\"score\":1}", "{\"sentence1\":\"Abend\",\"sentence2\":\"am Abend\",\"score\":5}"));
        String measured = run(0, "eval", "--threads", "1", "--lang", "en");
        assertTrue(measured.endsWith("2 new records, none failed.\n"), measured);
        assertTrue(run(0, "query", "SELECT count(*) AS n FROM records").contains("2"));
        run(0, "site");
        assertTrue(Files.readString(bench.resolve("target/site/de/models/winzig.html")).contains("winzig"));
    }

    @Test
    void bringsTheManualCompletionAndListsOfItsParts() throws IOException {
        Set<String> pages = names(program.resolve("share/man/man1"));
        for (String command : List.of("", "-lint", "-eval", "-site", "-nightly", "-serve", "-results-verify")) {
            assertTrue(pages.contains("pruefstand" + command + ".1"), pages.toString());
        }
        assertTrue(Files.readString(program.resolve("share/bash-completion/completions/pruefstand")).contains("forecast"));
        Set<String> parts = parts();
        Set<String> missing = new TreeSet<>(names(program.resolve("lib")));
        parts.forEach(part -> missing.remove(part.replace(':', '-') + ".jar"));
        assertEquals(Set.of(), missing);
        String licences = Files.readString(program.resolve("share/doc/LICENCES.txt"));
        assertTrue(parts.stream().allMatch(part -> licences.contains(":" + part)), licences);
    }

    @Test
    void bashTakesTheCompletion() throws IOException, InterruptedException {
        Path script = program.resolve("share/bash-completion/completions/pruefstand");
        Process bash = new ProcessBuilder("bash", "-c", ". \"$0\" && complete -p pruefstand", script.toString()).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), said);
        assertTrue(said.contains("-F _complete_pruefstand"), said);
    }

    /** Each as {@code name:version}. */
    private static Set<String> parts() {
        List<?> components = assertInstanceOf(List.class, Json.read(program.resolve("share/doc/bom.json"), Map.class).get("components"));
        return components.stream().map(part -> assertInstanceOf(Map.class, part)).map(part -> part.get("name") + ":" + part.get("version"))
                .collect(Collectors.toSet());
    }

    @Test
    void holdsNothingThatWasMadeForThisMachine() throws IOException {
        try (Stream<Path> files = Files.walk(program)) {
            assertEquals(List.of(), files.map(Path::toString).filter(file -> file.contains(".git") || file.contains("/results/")).toList());
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
