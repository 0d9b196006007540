package pruefstand.task.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.model.Prompts;
import pruefstand.task.DataFile;
import pruefstand.task.Evaluation;
import pruefstand.task.ItemsAnew;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.task.Tasks;

/** What is shipped for vectors can be used without any model file. */
class ShippedTasksTest {

    private static final Set<TaskKind> VECTORS = EnumSet.of(TaskKind.STS, TaskKind.PAIR_CLASSIFICATION, TaskKind.CLASSIFICATION,
            TaskKind.CLUSTERING, TaskKind.RETRIEVAL, TaskKind.RERANKING, TaskKind.BITEXT_MINING);

    @ParameterizedTest
    @MethodSource("tasks")
    void runsWithTrigramsAndHasSixtyItemsOrMore(Task task) throws IOException {
        Evaluation evaluation = assertInstanceOf(Evaluation.class, Evaluators.evaluate(task, Prompts.NONE,
                LexicalEngine.open("trigram-hash"), Progress.SILENT), task.name());
        for (DataFile data : task.data()) {
            assertTrue(Files.readAllLines(data.path()).size() >= 60, data.name());
        }
        double value = evaluation.metrics().get(evaluation.main()).value();
        ItemsAnew.assertGives(task.definition().kind(), evaluation);
        assertTrue(value > 0 && value < 0.9, task.name() + " is no measure of meaning: trigrams alone reach " + value);
    }

    @Test
    void everyKindForVectorsIsShippedInGermanAndEnglish() {
        for (TaskKind kind : VECTORS) {
            assertEquals(Set.of("de", "en"), tasks().filter(task -> task.definition().kind() == kind)
                    .flatMap(task -> task.definition().languages().stream()).collect(Collectors.toSet()), kind.toString());
        }
    }

    private static Stream<Task> tasks() {
        return Tasks.in(List.of(Path.of(System.getProperty("pruefstand.home"), "eval/tasks"))).stream()
                .filter(task -> VECTORS.contains(task.definition().kind()));
    }
}
