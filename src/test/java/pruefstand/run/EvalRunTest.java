package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.ComputeOptions;
import pruefstand.record.FailureKind;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.text.Refusal;

/** Real models in real workers, in a workspace outside the checkout. */
class EvalRunTest {

    private static final Home HOME = new Home(Path.of("").toAbsolutePath());

    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkspaceWithOneModelAndTwoTasks() throws IOException {
        Path model = HOME.folder().resolve("eval/models/tiny-de-en-xs-q8_0.gguf");
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("reviews.txt"), "winzig/2026-11-21: Klein.\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n");
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n  - name: winzig\n    kind: decoder\n    variants:\n"
                + "      - {name: Q8_0, file: \"" + model + "\"}\n");
        task("one");
        task("two");
    }

    private void task(String name) throws IOException {
        Files.writeString(folder.resolve("eval/tasks/" + name + ".yaml"), "name: " + name + "\nversion: 1\nkind: perplexity\n"
                + "languages: [de]\ndescription: {de: A, en: B}\ncontext: 64\ndata: {text: " + name + ".txt}\n"
                + "spans: {bytes: 200, preceding: 100}\n");
        Files.writeString(folder.resolve("eval/tasks/" + name + ".txt"),
                ("Der Gärtner von " + name + " zählt am Abend die Töpfe im Hof, und keiner fehlt.\n\n").repeat(20));
    }

    @Test
    void measuresEveryCellOnceAndThenNothing() {
        List<RunRecord> first = run(new AsPlanned());
        assertEquals(List.of(Status.OK, Status.OK), first.stream().map(RunRecord::status).toList());
        assertEquals(List.of(), run(new AsPlanned()));
        assertEquals(first, store().read().records().stream().map(stored -> stored.content()).toList());
    }

    @Test
    void measuresTheSameNumbersTwice() {
        List<RunRecord> first = run(new AsPlanned());
        List<RunRecord> again = eval(new AsPlanned()).measure(new EvalSelection(EvalSelection.ALL.models(), EvalSelection.ALL.tasks(), true));
        assertEquals(first.stream().map(RunRecord::metrics).toList(), again.stream().map(RunRecord::metrics).toList());
        assertEquals(4, store().read().records().size());
    }

    @Test
    void aTaskThatChangesIsMeasuredAgain() throws IOException {
        run(new AsPlanned());
        Path text = folder.resolve("eval/tasks/two.txt");
        Files.writeString(text, Files.readString(text) + "Und noch ein Satz.\n");
        assertEquals(List.of("two"), run(new AsPlanned()).stream().map(record -> record.task().name()).toList());
    }

    @Test
    void aWorkerThatIsKilledCostsNothing() {
        List<RunRecord> records = run(new AsPlanned() {
            @Override
            public void begins(Cell cell, int number, int total) {
                if (number == 2) {
                    end(ProcessHandle::destroyForcibly);
                }
            }
        });
        assertEquals(List.of(Status.OK, Status.OK), records.stream().map(RunRecord::status).toList());
        assertEquals(List.of(), run(new AsPlanned()));
    }

    @Test
    void aCellWhoseWorkerDiedIsTriedAgainByTheNextRun() {
        List<RunRecord> records = new EvalRun(HOME, Workspace.read(folder, HOME), OptionalInt.of(1), new AsPlanned(), (cell, log) -> {
            WorkerProcess worker = WorkerProcess.start(HOME, log);
            if (cell.task().name().equals("one")) {
                ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();
            }
            return worker;
        }).measure(EvalSelection.ALL);
        assertEquals(List.of(Status.FAILED, Status.OK), records.stream().map(RunRecord::status).toList());
        RunRecord failed = records.getFirst();
        assertEquals(FailureKind.SIGNAL, failed.failure().orElseThrow().kind());
        assertEquals("SIGKILL", failed.failure().orElseThrow().signal().orElseThrow());
        assertEquals("the worker was ended by SIGKILL", failed.reason().orElseThrow());
        assertTrue(failed.metrics().isEmpty());
        List<RunRecord> next = run(new AsPlanned());
        assertEquals(List.of("one"), next.stream().map(record -> record.task().name()).toList());
        assertEquals(Status.OK, next.getFirst().status());
    }

    @Test
    void aRunThatIsToldToStopKeepsWhatItHasAndCallsNothingFailed() {
        assertThrows(RunStopped.class, () -> run(new AsPlanned() {
            @Override
            public void begins(Cell cell, int number, int total) {
                if (number == 2) {
                    end(ProcessHandle::destroy);
                }
            }
        }));
        List<RunRecord> kept = store().read().records().stream().map(stored -> stored.content()).toList();
        assertEquals(List.of(Status.OK), kept.stream().map(RunRecord::status).toList());
        assertEquals(List.of("two"), run(new AsPlanned()).stream().map(record -> record.task().name()).toList());
    }

    @Test
    void theOtherVariantsRunWhenOneModelIsBroken() throws IOException {
        Files.write(folder.resolve("broken.gguf"), new byte[100]);
        Path registry = folder.resolve("eval/models.yaml");
        Files.writeString(registry, Files.readString(registry).replace("variants:\n",
                "variants:\n      - {name: broken, file: ../broken.gguf}\n"));
        List<RunRecord> records = run(new AsPlanned());
        assertEquals(List.of(Status.FAILED, Status.FAILED, Status.OK, Status.OK),
                records.stream().map(RunRecord::status).toList());
        assertEquals(FailureKind.INVALID, records.getFirst().failure().orElseThrow().kind());
        assertTrue(records.getFirst().reason().orElseThrow().contains("broken.gguf"), records.getFirst().reason().orElseThrow());
        assertFalse(records.getFirst().reason().orElseThrow().contains(folder.toString()), "no folders in records");
        assertEquals(List.of(), run(new AsPlanned()), "the same file would be refused again");
    }

    @Test
    void aVariantIsComparedWithItsBaseAndTheBaseWithNothing() throws IOException {
        Path models = HOME.folder().resolve("eval/models");
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n  - name: winzig\n    kind: decoder\n    variants:\n"
                + "      - {name: F16, file: \"" + models.resolve("tiny-de-en-xs-f16.gguf") + "\"}\n"
                + "      - {name: Q8_0, base: F16, file: \"" + models.resolve("tiny-de-en-xs-q8_0.gguf") + "\"}\n");
        Files.delete(folder.resolve("eval/tasks/two.yaml"));
        Path task = folder.resolve("eval/tasks/one.yaml");
        Files.writeString(task, Files.readString(task).replace("kind: perplexity", "kind: kld").replaceAll("spans: .*\n", ""));
        List<RunRecord> records = run(new AsPlanned());
        assertEquals(List.of(Status.SKIPPED, Status.OK), records.stream().map(RunRecord::status).toList());
        assertEquals("nothing to compare with: the registry names no base for this variant", records.getFirst().reason().orElseThrow());
        RunRecord compared = records.getLast();
        assertEquals("kl_divergence", compared.main().orElseThrow());
        assertEquals("tiny-de-en-xs-f16.gguf", compared.settings().get("base_file"));
        assertEquals(records.getFirst().artifact().orElseThrow().sha256().orElseThrow(), compared.settings().get("base_sha256"));
        assertEquals(List.of(), run(new AsPlanned()));
    }

    @Test
    void aRerankerReadsWhatBm25HasFound() throws IOException {
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n  - name: ordner\n    kind: reranker\n    variants:\n"
                + "      - {name: ONNX, folder: \"" + HOME.folder().resolve("eval/models/tiny-bert-de-en-cross") + "\"}\n");
        Files.delete(folder.resolve("eval/tasks/two.yaml"));
        Files.writeString(folder.resolve("eval/tasks/one.yaml"), "name: one\nversion: 1\nkind: retrieval\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ndata: {corpus: c.jsonl, queries: q.jsonl, qrels: r.tsv}\nrerank: [2]\n");
        Files.writeString(folder.resolve("eval/tasks/c.jsonl"), "{\"_id\": \"d1\", \"text\": \"Der Hund bellt.\"}\n"
                + "{\"_id\": \"d2\", \"text\": \"Die Katze schläft.\"}\n{\"_id\": \"d3\", \"text\": \"Es regnet.\"}\n");
        Files.writeString(folder.resolve("eval/tasks/q.jsonl"), "{\"_id\": \"q\", \"text\": \"Hunde\"}\n");
        Files.writeString(folder.resolve("eval/tasks/r.tsv"), "query-id\tcorpus-id\tscore\nq\td1\t1\n");
        RunRecord record = run(new AsPlanned()).getFirst();
        assertEquals(Status.OK, record.status(), record.reason().toString());
        assertEquals("bm25", record.settings().get("first_stage"));
        assertEquals(1.0, record.settings().get("first_stage_ndcg_at_10"), "German analysis finds a dog by its plural");
        assertTrue(record.metric("added_milliseconds").orElseThrow().value() > 0);
        assertFalse(record.settings().containsKey("base_sha256"), "a baseline has no file");
        assertEquals(List.of(), run(new AsPlanned()));
    }

    @Test
    void aVariantWhoseBaseIsNotHereIsNotCompared() throws IOException {
        Path model = HOME.folder().resolve("eval/models/tiny-de-en-xs-q8_0.gguf");
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n  - name: winzig\n    kind: decoder\n    variants:\n"
                + "      - {name: Q8_0, base: F16, file: \"" + model + "\"}\n      - {name: F16, file: gone.gguf}\n");
        Path task = folder.resolve("eval/tasks/one.yaml");
        Files.writeString(task, Files.readString(task).replace("kind: perplexity", "kind: kld").replaceAll("spans: .*\n", ""));
        List<String> left = new ArrayList<>();
        List<RunRecord> records = run(new AsPlanned() {
            @Override
            public void planned(Plan plan) {
                plan.left().forEach(variant -> left.add(variant.variant() + " " + variant.why().key()));
            }
        });
        assertEquals(List.of("two"), records.stream().map(record -> record.task().name()).toList());
        assertEquals(List.of("Q8_0 run.plan.base", "F16 model.file.missing"), left);
    }

    @Test
    void recordsTellNothingAboutWhoMadeThem() throws IOException {
        run(new AsPlanned());
        try (Stream<Path> files = Files.walk(folder.resolve("eval/results"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                String text = Files.readString(file);
                assertFalse(text.contains(folder.toString()), text);
                assertFalse(text.contains(System.getProperty("user.home") + "/"), text);
                assertFalse(text.contains(HOME.folder().toString()), text);
            }
        }
    }

    @Test
    void whenTimeIsUpNothingBeginsAndWhatIsLeftIsTold() {
        List<String> late = new ArrayList<>();
        EvalOrder order = new EvalOrder(EvalSelection.ALL, ComputeOptions.DEFAULT, Optional.empty(), Optional.of(Instant.EPOCH));
        assertEquals(List.of(), eval(new AsPlanned() {
            @Override
            public void late(List<PlannedCell> cells) {
                cells.forEach(planned -> late.add(planned.cell().task().name()));
            }
        }).measure(order));
        assertEquals(List.of("one", "two"), late);
    }

    @Test
    void aPlanTellsWhatWouldBeMeasuredAndMeasuresNothing() {
        assertEquals(List.of(Due.MISSING, Due.MISSING), eval(new AsPlanned()).plan(EvalOrder.of(EvalSelection.ALL)).due().stream()
                .map(PlannedCell::due).toList());
        assertFalse(Files.exists(folder.resolve("eval/results")));
        List<RunRecord> records = run(new AsPlanned());
        Plan again = eval(new AsPlanned()).plan(EvalOrder.of(new EvalSelection(Optional.empty(), Optional.of("two"), true)));
        assertEquals(List.of(records.getLast().seconds()), again.due().stream().map(planned -> planned.seconds().orElseThrow()).toList());
    }

    @Test
    void dataThatChangeWhileTheyAreMeasuredLeaveNoRecordAndTheNextRunMeasuresThem() {
        List<String> changed = new ArrayList<>();
        List<RunRecord> records = run(new AsPlanned() {
            @Override
            public void begins(Cell cell, int number, int total) {
                if (number == 1) {
                    append("eval/tasks/one.txt", "Und noch ein Satz.\n");
                }
            }

            @Override
            public void changed(Cell cell) {
                changed.add(cell.task().name());
            }
        });
        assertEquals(List.of("one"), changed);
        assertEquals(List.of("two"), records.stream().map(record -> record.task().name()).toList());
        assertEquals(List.of("one"), run(new AsPlanned()).stream().map(record -> record.task().name()).toList());
    }

    @Test
    void aTaskFileThatIsChangedMeanwhileIsMeasuredAsItWasPlannedAndThenAsItIs() {
        List<RunRecord> records = run(new AsPlanned() {
            @Override
            public void begins(Cell cell, int number, int total) {
                if (number == 1) {
                    append("eval/tasks/two.yaml", "rolling: true\n");
                }
            }
        });
        assertEquals(List.of(Status.OK, Status.OK), records.stream().map(RunRecord::status).toList());
        assertEquals(List.of("two"), run(new AsPlanned()).stream().map(record -> record.task().name()).toList());
    }

    private void append(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aResultsFolderThatCannotBeWrittenIsRefusedBeforeAnythingIsMeasured() throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\nresults: [/sys/pruefstand]\n");
        Refusal refusal = assertThrows(Refusal.class, () -> run(new AsPlanned() {
            @Override
            public void begins(Cell cell, int number, int total) {
                throw new AssertionError("measured for nothing");
            }
        }));
        assertEquals("run.results.unwritable", refusal.what().key());
        assertTrue(refusal.getMessage().contains("/sys/pruefstand"), refusal.getMessage());
    }

    @Test
    void aSecondRunOnTheSameResultsIsRefused() {
        try (RunLock _ = RunLock.take(folder.resolve("eval/results"))) {
            Refusal refusal = assertThrows(Refusal.class, () -> run(new AsPlanned()));
            assertEquals("run.already-running", refusal.what().key());
        }
    }

    /** A browser of another test is a child of this process, too. */
    static Stream<ProcessHandle> ownWorkers() {
        ProcessHandle me = ProcessHandle.current();
        return me.children().filter(child -> child.info().command().equals(me.info().command()));
    }

    private static void end(Predicate<ProcessHandle> how) {
        List<ProcessHandle> workers = ownWorkers().filter(how).toList();
        assertEquals(1, workers.size());
        workers.forEach(worker -> worker.onExit().join());
    }

    private List<RunRecord> run(EvalListener listener) {
        return eval(listener).measure(EvalSelection.ALL);
    }

    private EvalRun eval(EvalListener listener) {
        return new EvalRun(HOME, Workspace.read(folder, HOME), OptionalInt.of(1), listener);
    }

    private RecordStore store() {
        return new RecordStore(List.of(folder.resolve("eval/results")));
    }
}
