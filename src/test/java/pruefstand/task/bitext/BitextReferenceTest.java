package pruefstand.task.bitext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Progress;
import pruefstand.task.Reference;
import pruefstand.task.TaskFixture;

/** Agrees with what MTEB's protocol gives for the same vectors. */
class BitextReferenceTest {

    @TempDir
    private Path folder;

    @Test
    void agreesWithMtebOnNtrex() {
        Evaluation evaluation = assertInstanceOf(Evaluation.class, new BitextEvaluator().evaluate(
                TaskFixture.items(folder, "bitext-mining", Reference.data("bitext/ntrex-deu-eng.jsonl")), Prompts.NONE,
                LexicalEngine.open("trigram-hash"), Progress.SILENT));

        assertEquals("f1", evaluation.main());
        for (String metric : List.of("f1", "precision", "recall", "accuracy")) {
            assertEquals(Reference.number("tasks", "bitext/ntrex-deu-eng", "deu_to_eng", metric),
                    evaluation.metrics().get(metric).value(), 1e-4, metric);
        }
    }
}
