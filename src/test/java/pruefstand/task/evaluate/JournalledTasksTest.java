package pruefstand.task.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pruefstand.engine.Engine;
import pruefstand.engine.journal.FileJournal;
import pruefstand.engine.journal.JournalFile;
import pruefstand.engine.journal.JournalledEngine;
import pruefstand.json.Json;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.task.Tasks;

/** Every kind of task, stopped in the middle and begun anew. */
class JournalledTasksTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("tasks")
    void goesOnWhereItWasStoppedAndGivesTheSame(Task task) {
        Outcome undisturbed = evaluate(task, AbleModel.of(task.definition().kind()), Progress.SILENT);
        JournalFile file = new JournalFile(folder.resolve("journal"), "a");
        try (FileJournal journal = FileJournal.open(file).orElseThrow()) {
            assertThrows(Stop.class, () -> evaluate(task, new JournalledEngine(AbleModel.of(task.definition().kind()), journal),
                    (done, total) -> {
                        if (done >= total / 2) {
                            throw new Stop();
                        }
                    }));
        }
        try (FileJournal journal = FileJournal.open(file).orElseThrow()) {
            Outcome resumed = evaluate(task, new JournalledEngine(AbleModel.of(task.definition().kind()), journal), Progress.SILENT);
            assertEquals(Json.write(assertInstanceOf(Evaluation.class, undisturbed)), Json.write(resumed));
            assertTrue(journal.earlierSeconds() > 0, "the first half is not asked for again");
        }
    }

    private static Outcome evaluate(Task task, Engine engine, Progress progress) {
        return Evaluators.evaluate(task, Prompts.NONE, engine, progress);
    }

    private static Stream<Task> tasks() {
        return Tasks.in(List.of(Path.of(System.getProperty("pruefstand.home"), "eval/tasks"))).stream()
                .filter(task -> !task.definition().isTimed() && task.definition().kind() != TaskKind.KLD
                        && task.definition().languages().contains("de"));
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
