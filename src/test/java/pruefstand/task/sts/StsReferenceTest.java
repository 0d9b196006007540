package pruefstand.task.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.json.Json;
import pruefstand.metric.Estimate;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Progress;
import pruefstand.task.Shared;
import pruefstand.task.TaskFixture;

/** Agrees with what MTEB's own code gives for the same vectors. */
class StsReferenceTest {

    /** What the reference says its code path may differ by. */
    private static final double TOLERANCE = 1e-4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"de.test", "de.dev", "en.test", "en.dev"})
    void agreesWithMtebOnItsDataSets(String part) throws IOException {
        String lines = Files.readString(Shared.file("data/sts/stsb-multi-mt-" + part + ".jsonl"));
        Evaluation evaluation = assertInstanceOf(Evaluation.class, new StsEvaluator().evaluate(TaskFixture.sts(folder, lines),
                Prompts.NONE, LexicalEngine.open("trigram-hash"), Progress.SILENT));
        Map<?, ?> expected = reference(part);
        for (Map.Entry<String, Estimate> metric : evaluation.metrics().entrySet()) {
            double value = ((Number) expected.get(metric.getKey())).doubleValue();
            assertEquals(value, metric.getValue().value(), TOLERANCE, metric.getKey());
        }
        assertEquals(4, evaluation.metrics().size());
    }

    private static Map<?, ?> reference(String part) throws IOException {
        Map<?, ?> file = Json.read(Files.readString(Shared.file("data/REFERENCE.json")), "REFERENCE.json", Map.class);
        Map<?, ?> tasks = (Map<?, ?>) file.get("tasks");
        Map<?, ?> task = (Map<?, ?>) tasks.get("sts/stsb-multi-mt-" + part);
        return (Map<?, ?>) task.get("metrics_mteb_code_path_float32");
    }
}
