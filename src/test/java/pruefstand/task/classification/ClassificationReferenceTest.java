package pruefstand.task.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.json.Json;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.LabelledText;
import pruefstand.task.Labels;
import pruefstand.task.Progress;
import pruefstand.task.Reference;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;

/** Learns from the rows that MTEB draws, and reaches what scikit-learn reaches when it is let run to the optimum. */
class ClassificationReferenceTest {

    /** One text of the 204 may be taken otherwise in each experiment. */
    private static final double ONE_TEXT = 1 / 204.0;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sib200-de", "sib200-en"})
    void drawsTheRowsThatMtebDraws(String set) {
        List<?> expected = (List<?>) Json.read(Reference.data("indices/" + set + ".json"), set, Map.class).get("experiments");
        var train = task(set).train().readItems(LabelledText.class);
        Undersampling draws = new Undersampling(new Labels(train).numbers(train), 8);
        for (Object experiment : expected) {
            assertEquals(experiment, draws.next());
        }
        assertEquals(10, expected.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sib200-de", "sib200-en"})
    void reachesTheOptimumOfScikitLearn(String set) {
        Evaluation evaluation = assertInstanceOf(Evaluation.class, new ClassificationEvaluator().evaluate(task(set), Prompts.NONE,
                LexicalEngine.open("trigram-hash"), Progress.SILENT));
        String[] at = {"tasks", "classification/" + set, "same_indices_converged_solver"};

        List<?> accuracies = (List<?>) Reference.at(at[0], at[1], at[2], "per_experiment_accuracy");
        for (int experiment = 0; experiment < accuracies.size(); experiment++) {
            assertEquals(((Number) accuracies.get(experiment)).doubleValue(), accuracy(evaluation, experiment), ONE_TEXT + 1e-9);
        }
        assertEquals(Reference.number(at[0], at[1], at[2], "mean", "accuracy"), evaluation.metrics().get("accuracy").value(), 5e-3);
        assertEquals(Reference.number(at[0], at[1], at[2], "mean", "f1"), evaluation.metrics().get("f1").value(), 5e-3);
        assertEquals("accuracy", evaluation.main());
    }

    private static double accuracy(Evaluation evaluation, int experiment) {
        List<ClassificationItem> items = evaluation.items().stream().map(ClassificationItem.class::cast).toList();
        return IntStream.range(0, items.size()).filter(i -> items.get(i).label().equals(items.get(i).called().get(experiment)))
                .count() / (double) items.size();
    }

    private Task task(String set) {
        return TaskFixture.classification(folder, Reference.data("classification/" + set + ".train.jsonl"),
                Reference.data("classification/" + set + ".test.jsonl"));
    }
}
