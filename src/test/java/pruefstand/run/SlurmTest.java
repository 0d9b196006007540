package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;

/** Twelve cells on a real Slurm of two nodes, submitted by the program as it is started by people. */
class SlurmTest {

    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private static Path cluster;
    private static TwoNodes nodes;

    @TempDir
    private Path folder;
    private Path bench;
    private List<String> cells;

    @BeforeAll
    static void startSlurm() throws IOException {
        nodes = TwoNodes.start(cluster);
    }

    @AfterAll
    static void stopSlurm() throws IOException {
        nodes.close();
    }

    @BeforeEach
    void bothNodesAreUp() throws IOException {
        nodes.up();
    }

    /** One whose name no shell likes. */
    private void workspace(List<String> models, List<String> tasks) throws IOException {
        bench = folder.resolve("Änne's Prüf stand 100%a");
        cells = models.stream().flatMap(model -> tasks.stream().map(task -> model + ":it × " + task)).sorted().toList();
        Files.createDirectories(bench.resolve("eval/tasks"));
        Files.writeString(bench.resolve("reviews.txt"), "Wort/2026-11-20: Zählt.\n");
        Files.writeString(bench.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n");
        Files.writeString(bench.resolve("eval/models.yaml"), models.stream().map(name -> "  - {name: " + name
                + ", kind: encoder, variants: [{name: it, baseline: random}]}\n").collect(Collectors.joining("", "models:\n", "")));
        for (String task : tasks) {
            Files.writeString(bench.resolve("eval/tasks/" + task + ".yaml"), "name: " + task + "\nversion: 1\nkind: sts\nlanguages: [de]\n"
                    + "description: {de: A, en: B}\ndata: {test: d.jsonl}\nscale: {min: 0, max: 30}\n");
        }
        Files.write(bench.resolve("eval/tasks/d.jsonl"), IntStream.range(0, 60).mapToObj(
                i -> "{\"sentence1\":\"Wort " + i + "\",\"sentence2\":\"Ort " + i * i % 7 + "\",\"score\":" + i % 30 + "}").toList());
    }

    @Test
    void allRecordsAreThereAlthoughOneOfTwoNodesDies() throws IOException {
        workspace(List.of("Wort", "Satz", "Text"), List.of("eins", "zwei", "drei", "vier"));
        Process eval = eval();
        TwoNodes.await("a cell that has begun on n2", () -> hasJustBegun(nodes.running("n2")));
        nodes.crash("n2");
        assertEquals(0, eval.onExit().join().exitValue(), () -> told() + logs());
        assertTrue(told().contains("the job is lost: NODE_FAIL (NodeDown, n2)"), told());
        everyCellIsMeasuredOnce();
    }

    @Test
    void whoeverSubmitsMayDieAndTheNextFollowsItsJobs() throws IOException {
        workspace(List.of("Wort", "Satz"), List.of("eins", "zwei", "drei", "vier", "sechs", "sieben"));
        Process eval = eval();
        TwoNodes.await("a cell that has begun", () -> hasJustBegun(nodes.running("n1")));
        nodes.halt("n1");
        eval.destroyForcibly().onExit().join();
        assertTrue(records().size() < cells.size(), "there is something left to follow");
        Process next = eval();
        TwoNodes.await("the next", () -> told().contains("that an earlier run has submitted") || !next.isAlive());
        nodes.goOn("n1");
        assertEquals(0, next.onExit().join().exitValue(), () -> told() + logs());
        assertTrue(told().contains("that an earlier run has submitted"), told());
        assertEquals(1, told().split("Slurm job ", -1).length - 1, "submitted once: " + told());
        everyCellIsMeasuredOnce();
    }

    @Test
    void withoutSlurmOneIsToldWhatIsMissing() throws IOException {
        workspace(List.of("Wort"), List.of("eins"));
        ProcessBuilder program = program();
        program.environment().put("PATH", "/nowhere");
        assertEquals(3, program.start().onExit().join().exitValue());
        assertTrue(told().contains("Slurm's command squeue is not on the PATH of this machine."), told());
    }

    @Test
    void aJobThatSlurmRefusesIsToldInItsWords() throws IOException {
        workspace(List.of("Wort"), List.of("eins"));
        Path registry = bench.resolve("eval/models.yaml");
        Files.writeString(registry, Files.readString(registry).replace("kind: encoder", "kind: encoder, slurm: {partition: nowhere}"));
        assertEquals(2, eval().onExit().join().exitValue());
        assertTrue(told().contains("(sbatch --partition=nowhere): sbatch: error: invalid partition specified: nowhere"), told());
    }

    /** The element of the index, if any, has begun a cell and ended none. */
    private boolean hasJustBegun(String index) {
        return files(".slurm").stream().anyMatch(file -> file.endsWith(index + ".mark"))
                && files(".logs").stream().noneMatch(file -> file.toString().endsWith("-" + index + ".log") && read(file).contains(": ok"));
    }

    private List<Path> files(String place) {
        Path top = bench.resolve("eval/results").resolve(place);
        try (Stream<Path> files = Files.isDirectory(top) ? Files.walk(top) : Stream.of()) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void everyCellIsMeasuredOnce() {
        List<RunRecord> records = records();
        assertEquals(List.of(Status.OK), records.stream().map(RunRecord::status).distinct().toList());
        assertEquals(12, cells.size());
        assertEquals(cells, records.stream().map(record -> record.model() + ":" + record.variant() + " × " + record.task().name()).sorted().toList());
        assertEquals(cells.stream().map(cell -> cell + ": ok").toList(), logs().stream().flatMap(String::lines)
                .filter(line -> line.endsWith(": ok")).sorted().toList(), "what the elements have measured");
        assertEquals(List.of(), files(".slurm").stream().filter(file -> file.toString().endsWith(".order")).toList());
    }

    private Process eval() throws IOException {
        return program().start();
    }

    private ProcessBuilder program() {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dpruefstand.home=" + HOME, "-cp", System.getProperty("java.class.path"), "pruefstand.cli.Main", "eval", "--executor", "slurm",
                "--lang", "en"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(bench.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("told").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(nodes.environment());
        return builder;
    }

    private String told() {
        return read(folder.resolve("told"));
    }

    private List<RunRecord> records() {
        return new RecordStore(List.of(bench.resolve("eval/results"))).read().records().stream().map(StoredRecord::content).toList();
    }

    private List<String> logs() {
        return files(".logs").stream().map(SlurmTest::read).toList();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
