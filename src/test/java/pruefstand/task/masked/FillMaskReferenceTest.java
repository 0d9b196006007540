package pruefstand.task.masked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenCandidate;
import pruefstand.engine.onnx.OnnxEngine;
import pruefstand.json.Json;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Progress;
import pruefstand.task.Shared;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.evaluate.Evaluators;

/** Agrees with PyTorch on the same weights. */
class FillMaskReferenceTest {

    @TempDir
    private Path folder;

    /** The answers are PyTorch's first guess, its fifth, a word of several tokens, its third and none of its five. */
    @Test
    void guessesAreThoseOfPyTorch() {
        List<?> items = (List<?>) Json.read(Shared.file("models/ref/tiny-bert-de-en-mlm.json"), Map.class).get("items");
        List<String> answers = List.of(guess(items, 0, 0), guess(items, 1, 4), "Donaudampfschifffahrt", guess(items, 3, 2), "und");
        String lines = IntStream.range(0, 5).mapToObj(i -> Json.write(Map.of(
                "text", ((Map<?, ?>) items.get(i)).get("text"), "answer", answers.get(i))) + "\n").collect(Collectors.joining());
        Task task = TaskFixture.items(folder, "fill-mask", lines);
        try (Engine engine = OnnxEngine.open(Shared.file("models/onnx/tiny-bert-de-en-mlm"), EngineSettings.withThreads(1))) {
            Evaluation found = assertInstanceOf(Evaluation.class, Evaluators.evaluate(task, Prompts.NONE, engine, Progress.SILENT));
            assertEquals(0.2, found.metrics().get("top_1_accuracy").value(), 1e-12);
            assertEquals(0.6, found.metrics().get("top_5_accuracy").value(), 1e-12);
            assertEquals(0.8, found.settings().get("single_token_share"));
            for (int i = 0; i < 5; i++) {
                GapItem item = (GapItem) found.items().get(i);
                assertEquals(((List<?>) ((Map<?, ?>) items.get(i)).get("top5")).stream()
                        .map(guess -> ((Map<?, ?>) guess).get("id")).toList(), item.guesses().stream().map(TokenCandidate::id).toList());
            }
        }
    }

    private static String guess(List<?> items, int item, int rank) {
        return (String) ((Map<?, ?>) ((List<?>) ((Map<?, ?>) items.get(item)).get("top5")).get(rank)).get("token");
    }
}
