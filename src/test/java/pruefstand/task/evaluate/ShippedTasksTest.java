package pruefstand.task.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pruefstand.engine.FakeReranker;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.json.Json;
import pruefstand.model.Prompts;
import pruefstand.task.DataFile;
import pruefstand.task.Evaluation;
import pruefstand.task.ItemsAnew;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.task.Tasks;

/** What is shipped can be used without any model file. */
class ShippedTasksTest {

    private static final Set<TaskKind> VECTORS = EnumSet.of(TaskKind.STS, TaskKind.PAIR_CLASSIFICATION, TaskKind.CLASSIFICATION,
            TaskKind.CLUSTERING, TaskKind.RETRIEVAL, TaskKind.RERANKING, TaskKind.BITEXT_MINING, TaskKind.SUMMARIZATION);

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

    /** A model that answers as the data say is right throughout, so what is shipped can be read, filled in and compared. */
    @ParameterizedTest
    @MethodSource("askingTasks")
    void whoKnowsAllAnswersIsRightThroughout(Task task) throws IOException {
        Evaluation evaluation = assertInstanceOf(Evaluation.class, Evaluators.evaluate(task, Prompts.NONE,
                KnowingModel.of(task.test().files().getFirst().path()), Progress.SILENT), task.name());
        assertTrue(evaluation.items().size() >= 60, task.name());
        assertEquals(1, evaluation.metrics().get(evaluation.main()).value(), task.name());
        ItemsAnew.assertGives(task.definition().kind(), evaluation);
    }

    /** A reader who knows what answers puts it first, and so gains all that the search lacked. */
    @ParameterizedTest
    @MethodSource("twoStageTasks")
    void whoKnowsWhatAnswersGainsWhatTheSearchLacked(Task task) throws IOException {
        Set<String> answering = answering(task);
        FakeReranker knowing = FakeReranker.of(text -> answering.contains(text) ? 1 : 0);
        Evaluation evaluation = assertInstanceOf(Evaluation.class, Evaluators.evaluateBeside(task, LexicalEngine.open("bm25"), knowing,
                Progress.SILENT), task.name());
        double found = (double) evaluation.settings().get("first_stage_ndcg_at_10");
        assertTrue(found > 0 && found < 0.9, task.name() + " leaves a reranker nothing to gain: " + found);
        assertEquals(evaluation.metrics().get("ndcg_at_10").value() - found, evaluation.metrics().get("ndcg_at_10_gained").value(), 1e-12);
        ItemsAnew.assertGives(TaskKind.RETRIEVAL, evaluation);
    }

    private static Set<String> answering(Task task) throws IOException {
        Set<Object> ids = Files.readAllLines(task.qrels().files().getFirst().path()).stream().skip(1).map(line -> line.split("\t")[1])
                .collect(Collectors.toSet());
        return Files.readAllLines(task.corpus().files().getFirst().path()).stream().<Map<?, ?>>map(line -> Json.read(line, "line", Map.class))
                .filter(document -> ids.contains(document.get("_id")))
                .map(document -> (document.get("title") + " " + document.get("text")).strip()).collect(Collectors.toSet());
    }

    private static Stream<Task> twoStageTasks() {
        return shipped().filter(task -> task.definition().rerank().isPresent());
    }

    @Test
    void thePromptsForSpeedAreAtLeastTwentyInEachLanguage() throws IOException {
        for (String language : List.of("de", "en")) {
            Task task = shipped().filter(each -> each.name().equals("end-to-end-" + language)).findFirst().orElseThrow();
            List<?> prompts = Files.readAllLines(task.prompts().files().getFirst().path()).stream()
                    .map(line -> Json.read(line, "line", Map.class).get("prompt")).toList();
            assertTrue(prompts.size() >= 20, prompts.toString());
            assertEquals(prompts.size(), Set.copyOf(prompts).size());
        }
    }

    private static Stream<Task> askingTasks() {
        return shipped().filter(task -> EnumSet.of(TaskKind.MULTIPLE_CHOICE, TaskKind.CLOZE, TaskKind.GENERATION, TaskKind.FILL_MASK)
                .contains(task.definition().kind()));
    }

    @Test
    void theRightChoicesStandInEveryPlaceEquallyOften() throws IOException {
        for (String language : List.of("de", "en")) {
            Path file = Path.of(System.getProperty("pruefstand.home"), "eval/tasks/data/multiple-choice-" + language + ".jsonl");
            Map<Object, Long> places = Files.readAllLines(file).stream().map(line -> Json.read(line, "line", Map.class).get("answer"))
                    .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
            assertEquals(Map.of(0, 16L, 1, 16L, 2, 16L, 3, 16L), places);
        }
    }

    @Test
    void everyKindIsShippedInGermanAndEnglish() {
        for (TaskKind kind : EnumSet.complementOf(EnumSet.of(TaskKind.SPEED))) {
            assertEquals(Set.of("de", "en"), shipped().filter(task -> task.definition().kind() == kind)
                    .flatMap(task -> task.definition().languages().stream()).collect(Collectors.toSet()), kind.toString());
        }
    }

    private static Stream<Task> tasks() {
        return shipped().filter(task -> VECTORS.contains(task.definition().kind()) && task.definition().rerank().isEmpty());
    }

    private static Stream<Task> shipped() {
        return Tasks.in(List.of(Path.of(System.getProperty("pruefstand.home"), "eval/tasks"))).stream();
    }
}
