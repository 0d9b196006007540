package pruefstand.task.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Progress;
import pruefstand.task.Reference;
import pruefstand.task.TaskFixture;

/** Agrees with what MTEB's protocol gives for the same vectors, within what the reference says rounding may change. */
class PairClassificationReferenceTest {

    private static final String TASK = "pairclassification/pawsx-de.validation";
    private static final String[] EXACT = {"tasks", TASK, "metrics_exact_cosine"};
    private static final double PRECISION_TOLERANCE = 1e-2;
    private static final double ACCURACY_TOLERANCE = 5e-3;

    @TempDir
    private Path folder;

    @Test
    void agreesWithMtebOnPawsX() {
        Evaluation evaluation = assertInstanceOf(Evaluation.class, new PairClassificationEvaluator().evaluate(
                TaskFixture.items(folder, "pair-classification", Reference.data(TASK + ".jsonl")), Prompts.NONE,
                LexicalEngine.open("trigram-hash"), Progress.SILENT));

        assertEquals("max_ap", evaluation.main());
        check(evaluation, "max_ap", PRECISION_TOLERANCE);
        check(evaluation, "cosine_ap", PRECISION_TOLERANCE);
        check(evaluation, "max_f1", 1e-4);
        check(evaluation, "max_accuracy", ACCURACY_TOLERANCE);
        assertEquals(2000, evaluation.items().size());
    }

    private static void check(Evaluation evaluation, String metric, double tolerance) {
        assertEquals(Reference.number(EXACT[0], EXACT[1], EXACT[2], metric), evaluation.metrics().get(metric).value(), tolerance,
                metric);
    }
}
