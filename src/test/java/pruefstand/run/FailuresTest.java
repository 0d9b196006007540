package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.nightly.ForecastCheck;
import pruefstand.nightly.Night;
import pruefstand.nightly.NightSteps;
import pruefstand.nightly.NightSummary;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;
import pruefstand.site.SiteReport;

/** Whatever one model does, its cell says what it was, and the others are measured. */
class FailuresTest {

    private static final Home HOME = new Home(Path.of("").toAbsolutePath());
    private static final Path MODELS = HOME.folder().resolve("eval/models");
    private static final Set<String> FAULTY = Set.of("hangs", "aborts", "hoards", "crashes", "fills", "leaves", "babbles", "stammers", "floods",
            "repeats", "chatters");

    /** 200 MB are the JVM's own heap and code several times over. */
    private static final Limits LITTLE_MEMORY = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1), 200_000_000L);
    private static final Limits LITTLE_TIME = new Limits(Duration.ofMinutes(2), Duration.ofSeconds(1), Long.MAX_VALUE);

    @TempDir
    private Path folder;

    @BeforeEach
    void aTask() throws IOException {
        OneTextTask.write(folder, 20);
    }

    private void registry(String... variants) throws IOException {
        StringBuilder text = new StringBuilder("models:\n  - name: winzig\n    kind: decoder\n    variants:\n");
        for (String variant : variants) {
            Path file = folder.resolve(variant + ".gguf");
            byte[] model = Files.readAllBytes(MODELS.resolve("tiny-de-en-xs-f16.gguf"));
            if (variant.equals("nan")) {
                // 0xFFFF is no number in half precision, nor is 0xFFFFFFFF in single: the last weights of the file become NaN.
                Arrays.fill(model, model.length - 4096, model.length, (byte) 0xFF);
            }
            Files.write(file, model);
            text.append("      - {name: ").append(variant).append(", file: \"").append(file).append("\"}\n");
        }
        Files.writeString(folder.resolve("eval/models.yaml"), text.toString());
    }

    private WorkerProcess start(Cell cell, Path log) {
        Limits limits = Set.of("hangs", "chatters").contains(cell.variant().name()) ? LITTLE_TIME : LITTLE_MEMORY;
        return FAULTY.contains(cell.variant().name()) ? WorkerProcess.start(HOME, log, limits, FaultyWorker.class)
                : WorkerProcess.start(HOME, log, Limits.usual());
    }

    private Map<String, RunRecord> run(BiFunction<Cell, Path, WorkerProcess> start, EvalListener listener) {
        return new EvalRun(HOME, Workspace.read(folder, HOME), OptionalInt.of(1), listener, start).measure(EvalSelection.ALL).stream()
                .collect(Collectors.toMap(RunRecord::variant, Function.identity()));
    }

    @Test
    void fourModelsFailForFourReasonsAndTheOthersAreMeasured() throws IOException {
        registry("good", "hangs", "aborts", "hoards", "nan", "other");
        Map<String, RunRecord> records = run(this::start, new AsPlanned());
        assertEquals(Set.of("hangs", "aborts", "hoards", "nan"), records.values().stream()
                .filter(record -> record.status() == Status.FAILED).map(RunRecord::variant).collect(Collectors.toSet()));
        assertEquals(Status.OK, records.get("good").status());
        assertEquals(records.get("good").metrics(), records.get("other").metrics());
        assertEquals(FailureKind.TIMEOUT, failure(records, "hangs").kind());
        assertEquals("the worker gave no sign of progress for 1s", records.get("hangs").reason().orElseThrow());
        assertEquals(FailureKind.SIGNAL, failure(records, "aborts").kind());
        assertEquals("SIGABRT", failure(records, "aborts").signal().orElseThrow());
        assertEquals(FailureKind.MEMORY, failure(records, "hoards").kind());
        assertTrue(records.get("hoards").reason().orElseThrow().endsWith("allowed are 0.2 GB"), records.get("hoards").toString());
        assertEquals(FailureKind.INVALID, failure(records, "nan").kind());
        assertEquals(4, new HashSet<>(records.values().stream().flatMap(record -> record.reason().stream()).toList()).size());
        assertEquals(new HashSet<>(records.values()), new RecordStore(List.of(folder.resolve("eval/results"))).read().records().stream()
                .map(StoredRecord::content).collect(Collectors.toSet()));
    }

    @Test
    void theNightTellsOfThemMeasuresTheOthersAndBuildsTheSite() throws IOException {
        registry("hangs", "aborts", "hoards", "nan", "good");
        Workspace workspace = Workspace.read(folder, HOME);
        NightSummary night = new Night(workspace, new Steps(workspace), Optional.empty()).spend(NightSummary::toString);
        assertEquals(5, night.measured());
        assertEquals(List.of("winzig:aborts × text", "winzig:hangs × text", "winzig:hoards × text", "winzig:nan × text"),
                night.failed().stream().map(NightSummary.FailedCell::cell).sorted().toList());
        assertEquals(4, night.failed().stream().map(NightSummary.FailedCell::reason).distinct().count());
        assertEquals(Optional.of("good"), new RecordStore(workspace.results()).read().newest(record -> record.status() == Status.OK)
                .map(record -> record.content().variant()));
        assertEquals(Optional.of(folder.resolve("index.html").toString()), night.site());
    }

    /** A night's steps with the workers of this test. */
    private final class Steps implements NightSteps {

        private final EvalRun eval;

        private Steps(Workspace workspace) {
            this.eval = new EvalRun(HOME, workspace, OptionalInt.of(1), new AsPlanned(), FailuresTest.this::start);
        }

        @Override
        public boolean isClean() {
            return true;
        }

        @Override
        public Pulled pull() {
            return new Pulled(List.of(), List.of());
        }

        @Override
        public Measured measure(EvalOrder order) {
            return new Measured(eval.measure(order), List.of(), List.of());
        }

        @Override
        public List<Cell> cells() {
            return List.of();
        }

        @Override
        public Optional<String> siteState() {
            return Optional.of("site");
        }

        @Override
        public SiteReport site() {
            return new SiteReport(folder.resolve("index.html"), 1, 1, 0, 0);
        }

        @Override
        public Optional<ForecastCheck.Result> forecasts() {
            return Optional.empty();
        }
    }

    @Test
    void aCrashAFullHeapAnExitAndGarbageAreToldApart() throws IOException {
        registry("crashes", "fills", "leaves", "babbles", "stammers");
        Map<String, RunRecord> records = run(this::start, new AsPlanned());
        assertEquals(FailureKind.SIGNAL, failure(records, "crashes").kind());
        assertEquals("SIGSEGV", failure(records, "crashes").signal().orElseThrow());
        assertEquals(FailureKind.MEMORY, failure(records, "fills").kind());
        assertEquals(FailureKind.EXIT, failure(records, "leaves").kind());
        assertEquals("the worker ended before it answered, with exit code 7", records.get("leaves").reason().orElseThrow());
        assertEquals(FailureKind.GARBAGE, failure(records, "babbles").kind());
        assertEquals(FailureKind.EXIT, failure(records, "stammers").kind());
        records.values().forEach(record -> assertTrue(record.failure().orElseThrow().log().contains("now it happens"), record.toString()));
    }

    @Test
    void aWorkerThatNeverStopsTalkingFillsNeitherTheHeapNorTheDisk() throws IOException {
        registry("floods", "repeats", "chatters", "good");
        Map<String, RunRecord> records = run(this::start, new AsPlanned());
        assertEquals(FailureKind.GARBAGE, failure(records, "floods").kind());
        assertTrue(failure(records, "floods").log().getLast().endsWith(" characters"), failure(records, "floods").toString());
        assertEquals(FailureKind.GARBAGE, failure(records, "repeats").kind());
        assertTrue(failure(records, "floods").log().contains("now it happens"));
        assertTrue(failure(records, "repeats").log().contains("now it happens"));
        // This one has a second only: on a busy machine it may not even have begun to speak.
        assertEquals(FailureKind.TIMEOUT, failure(records, "chatters").kind());
        assertEquals(Status.OK, records.get("good").status());
        try (Stream<Path> logs = Files.list(folder.resolve("eval/results/.logs"))) {
            assertTrue(logs.mapToLong(log -> log.toFile().length()).sum() < 100_000_000);
        }
    }

    @Test
    void aWorkerThatIsKilledOnceIsForgivenAndOneThatIsKilledTwiceFails() throws IOException {
        registry("once", "twice");
        List<String> again = new ArrayList<>();
        Set<String> killed = new HashSet<>();
        Map<String, RunRecord> records = run((cell, log) -> {
            WorkerProcess worker = WorkerProcess.start(HOME, log);
            if (killed.add(cell.variant().name()) || cell.variant().name().equals("twice")) {
                ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();
            }
            return worker;
        }, new AsPlanned() {
            @Override
            public void again(Cell cell, String reason) {
                again.add(cell.variant().name() + ": " + reason);
            }
        });
        assertEquals(Status.OK, records.get("once").status());
        assertEquals("SIGKILL", failure(records, "twice").signal().orElseThrow());
        assertEquals(List.of("once: the worker was ended by SIGKILL", "twice: the worker was ended by SIGKILL"), again);
    }

    private static Failure failure(Map<String, RunRecord> records, String variant) {
        return records.get(variant).failure().orElseThrow();
    }
}
