package pruefstand.task.choice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.Engine;
import pruefstand.engine.FakeModel;
import pruefstand.json.Json;
import pruefstand.metric.ChoiceScore;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.RealModels;
import pruefstand.task.Shared;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.evaluate.Evaluators;

/** Agrees with PyTorch on the same weights, and a random model gets the share that is due to it on the data sets in use. */
class MultipleChoiceReferenceTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"tiny-de-en-m-f16.gguf, tiny-de-en-m, 1e-2", "tiny-de-en-xs-f16.gguf, tiny-de-en-xs, 1e-2",
        "stories260K.gguf, stories260K, 1e-3"})
    void choicesAndTheirScoresAreThoseOfPyTorch(String file, String reference, double tolerance) throws IOException {
        List<?> expected = (List<?>) Json.read(Files.readString(Shared.file("models/ref/" + reference + ".json")), reference, Map.class)
                .get("multiple_choice");
        Task task = TaskFixture.items(folder, "multiple-choice",
                expected.stream().map(each -> line((Map<?, ?>) each)).collect(Collectors.joining()));
        Evaluation found;
        try (Engine engine = RealModels.open(file)) {
            found = evaluate(task, engine);
        }
        assertEquals(1, found.metrics().get("acc").value());
        for (int i = 0; i < expected.size(); i++) {
            ChoiceItem item = (ChoiceItem) found.items().get(i);
            List<?> options = (List<?>) ((Map<?, ?>) expected.get(i)).get("options");
            double[] logLikelihoods = options.stream().mapToDouble(option -> (Double) ((Map<?, ?>) option).get("loglik")).toArray();
            assertArrayEquals(logLikelihoods, item.choices().logLikelihoods(), tolerance);
            assertEquals(argmax(logLikelihoods, options, option -> text(option).length()), ChoiceScore.PER_CHARACTER.best(item.choices()));
            assertEquals(argmax(logLikelihoods, options, option -> ((List<?>) ((Map<?, ?>) option).get("continuation_ids")).size()),
                    ChoiceScore.PER_TOKEN.best(item.choices()));
        }
    }

    private static int argmax(double[] logLikelihoods, List<?> options, ToIntFunction<Object> length) {
        return IntStream.range(0, options.size()).boxed()
                .max((a, b) -> Double.compare(logLikelihoods[a] / length.applyAsInt(options.get(a)),
                        logLikelihoods[b] / length.applyAsInt(options.get(b)))).orElseThrow();
    }

    private static String line(Map<?, ?> question) {
        return Json.write(Map.of("question", question.get("context"), "choices",
                ((List<?>) question.get("options")).stream().map(MultipleChoiceReferenceTest::text).toList(),
                "answer", question.get("argmax"))) + "\n";
    }

    /** The reference's continuations begin with the space that joins them. */
    private static String text(Object option) {
        return ((String) ((Map<?, ?>) option).get("text")).substring(1);
    }

    /** Of n questions, the share lies within four standard errors of what guessing gives. */
    @ParameterizedTest
    @CsvSource({"hellaswag-val400-en, ctx", "arc-challenge-test-en, question", "exams-de, question", "truthfulqa-mc-en, question",
        "mmlu-test-20-per-subject-en, question"})
    void aRandomModelGetsItsShareOfRealData(String name, String field) throws IOException {
        List<Map<?, ?>> items;
        try (Stream<String> lines = Files.lines(Shared.file("data/mc/" + name + ".jsonl"))) {
            items = lines.<Map<?, ?>>map(line -> Json.read(line, name, Map.class)).toList();
        }
        Task task = TaskFixture.items(folder, "multiple-choice",
                items.stream().map(item -> converted(item, field)).collect(Collectors.joining()));
        Evaluation found = evaluate(task, FakeModel.scoring(each -> -mixed(each.context() + each.continuation())
                * each.continuation().length()));
        double expected = items.stream().mapToDouble(item -> 1.0 / ((List<?>) item.get("choices")).size()).average().orElseThrow();
        double error = Math.sqrt(expected * (1 - expected) / items.size());
        assertEquals(expected, found.metrics().get("acc_norm").value(), 4 * error);
    }

    /** Evenly spread over 0 … 1. */
    private static double mixed(String text) {
        return new SplittableRandom(text.hashCode()).nextDouble();
    }

    private static String converted(Map<?, ?> item, String field) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("question", item.get(field));
        line.put("choices", item.get("choices"));
        line.put("answer", item.get("answer"));
        return Json.write(line) + "\n";
    }

    @Test
    void lettersOfDataWhoseAnswerIsAlwaysTheFirstAreRefused() throws IOException {
        String lines;
        try (Stream<String> all = Files.lines(Shared.file("data/mc/truthfulqa-mc-en.jsonl"))) {
            lines = all.map(line -> converted(Json.read(line, "truthfulqa", Map.class), "question")).collect(Collectors.joining());
        }
        assertInstanceOf(Outcome.Invalid.class, Evaluators.evaluate(
                TaskFixture.items(folder, "multiple-choice", lines, "template: \"{question}\\n{choices}\\nAnswer:\"\n"), Prompts.NONE,
                FakeModel.scoring(each -> each.continuation().equals(" A") ? -1 : -2), Progress.SILENT));
    }

    private static Evaluation evaluate(Task task, Engine engine) {
        return assertInstanceOf(Evaluation.class, Evaluators.evaluate(task, Prompts.NONE, engine, Progress.SILENT));
    }
}
