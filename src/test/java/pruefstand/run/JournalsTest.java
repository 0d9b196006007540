package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.journal.JournalFile;
import pruefstand.json.Json;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.task.Progress;
import pruefstand.task.Task;

/** Real models whose workers are killed in the middle of a cell. */
class JournalsTest {

    private static final Home HOME = new Home(Path.of("").toAbsolutePath());
    private static final Path MODEL = HOME.folder().resolve("eval/models/tiny-de-en-xs-q8_0.gguf");

    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkspaceWithOneCell() throws IOException {
        OneTextTask.write(folder, 60);
        Files.writeString(folder.resolve("eval/models.yaml"), "models:\n  - name: winzig\n    kind: decoder\n    variants:\n"
                + "      - {name: Q8_0, file: \"" + MODEL + "\"}\n");
    }

    @Test
    void aKilledWorkersTaskGoesOnWhereItWasWithTheSameNumbers() {
        Task task = EvalRun.tasks(Workspace.read(folder, HOME)).getFirst();
        WorkerReply.Measured undisturbed = assertInstanceOf(WorkerReply.Measured.class, ask(task, Optional.empty(), Progress.SILENT));
        Optional<JournalFile> journal = Optional.of(new JournalFile(folder.resolve("journal"), "a"));
        assertInstanceOf(WorkerReply.Died.class, ask(task, journal, (done, _) -> {
            if (done > 16) {
                killWorkers();
            }
        }));
        WorkerReply.Measured resumed = assertInstanceOf(WorkerReply.Measured.class, ask(task, journal, Progress.SILENT));
        assertEquals(Json.write(undisturbed.outcome()), Json.write(resumed.outcome()));
        assertEquals(0, undisturbed.subject().earlierSeconds());
        assertTrue(resumed.subject().earlierSeconds() > 0, "what was kept is not computed again");
    }

    private WorkerReply ask(Task task, Optional<JournalFile> journal, Progress progress) {
        Opening opening = new Opening(new Source.LocalFile(MODEL), EngineSettings.withThreads(1), HOME.folder(), Optional.empty());
        try (WorkerProcess worker = WorkerProcess.start(HOME, folder.resolve("log"))) {
            return worker.ask(new WorkerRequest.Evaluate(opening, task, Prompts.NONE, Optional.empty(), journal), progress);
        }
    }

    @Test
    void nothingIsLeftWhereEveryCellHasItsRecord() {
        assertEquals(Status.OK, run(EvalSelection.ALL, 0).getFirst().status());
        assertEquals(List.of(), journals());
    }

    @Test
    void aCellThatIsKilledEachTimeFailsAndTheNextRunGoesOnWhereItWas() {
        RunRecord failed = run(EvalSelection.ALL, 2).getFirst();
        assertEquals(Status.FAILED, failed.status());
        assertEquals("SIGKILL", failed.failure().orElseThrow().signal().orElseThrow());
        assertEquals(1, journals().size());
        RunRecord record = run(EvalSelection.ALL, 0).getFirst();
        assertEquals(Status.OK, record.status());
        assertEquals(List.of(), journals());
        assertEquals(List.of(), run(EvalSelection.ALL, 0));
        RunRecord again = run(new EvalSelection(Optional.empty(), Optional.empty(), true), 0).getFirst();
        assertEquals(again.metrics(), record.metrics());
    }

    @Test
    void whatARunLeavesThatEndedRightAfterTheRecordIsGoneAfterTheNext() throws IOException {
        run(EvalSelection.ALL, 2);
        Path journal = journals().getFirst();
        byte[] kept = Files.readAllBytes(journal);
        run(EvalSelection.ALL, 0);
        Files.write(journal, kept);
        assertEquals(List.of(), run(EvalSelection.ALL, 0));
        assertEquals(List.of(), journals());
    }

    @Test
    void whoAsksForAllAnewGetsNothingThatWasKept() throws IOException {
        run(EvalSelection.ALL, 2);
        Path journal = journals().getFirst();
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        Files.setLastModifiedTime(journal, old);
        List<Boolean> kept = new ArrayList<>();
        eval(new AsPlanned() {
            @Override
            public void begins(Cell cell, int number, int total) {
                kept.add(Files.exists(journal));
            }
        }).measure(new EvalSelection(Optional.empty(), Optional.empty(), true));
        assertEquals(List.of(false), kept);
    }

    @Test
    void whatNobodyGoesOnWithIsGoneAfterTwoWeeks() throws IOException {
        Path old = Files.createDirectories(folder.resolve("eval/results/.journal")).resolve("old");
        Path young = old.resolveSibling("young");
        Files.setLastModifiedTime(Files.createFile(old), FileTime.from(Instant.now().minus(Duration.ofDays(15))));
        Files.setLastModifiedTime(Files.createFile(young), FileTime.from(Instant.now().minus(Duration.ofDays(13))));
        run(EvalSelection.ALL, 0);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }

    /** Runs it and kills so many workers, each as soon as it tells of progress; what a killed one told before it died is read later. */
    private List<RunRecord> run(EvalSelection selection, int kills) {
        Set<Long> killed = ConcurrentHashMap.newKeySet();
        return eval(new AsPlanned() {
            @Override
            public void at(long done, long total) {
                if (done > 0) {
                    EvalRunTest.ownWorkers().filter(worker -> killed.size() < kills && killed.add(worker.pid())).forEach(ProcessHandle::destroyForcibly);
                }
            }
        }).measure(selection);
    }

    private EvalRun eval(EvalListener listener) {
        return new EvalRun(HOME, Workspace.read(folder, HOME), OptionalInt.of(1), listener);
    }

    private static void killWorkers() {
        EvalRunTest.ownWorkers().forEach(ProcessHandle::destroyForcibly);
    }

    private List<Path> journals() {
        try (Stream<Path> files = Files.list(folder.resolve("eval/results/.journal"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
