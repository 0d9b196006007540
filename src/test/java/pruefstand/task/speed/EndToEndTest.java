package pruefstand.task.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Engine;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeModel;
import pruefstand.engine.Generation;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.ItemsAnew;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.TaskKind;

class EndToEndTest {

    private static final String TWO = "{\"prompt\": \"Why?\"}\n{\"prompt\": \"How?\"}\n";

    @TempDir
    private Path folder;

    private final List<Prompt> asked = new ArrayList<>();

    /** The first answer: gaps of 1, 2 and 3, five tokens; the second: gaps of 1 and 7, three tokens. The warm-up does not count. */
    @Test
    void saysHowLongAPersonWaits() {
        Evaluation found = assertInstanceOf(Evaluation.class, evaluate(TWO, answers(
                answer(2, 50, 60), answer(5, 1, 2, 4, 7), answer(3, 3, 4, 11))));
        assertEquals("time_to_first_token_seconds", found.main());
        assertEquals((1 + 3) / 2.0, value(found, "time_to_first_token_seconds"), 1e-12);
        assertEquals((6 / 3.0 + 8 / 2.0) / 2, value(found, "inter_token_latency_seconds"), 1e-12);
        assertEquals((6 / 4.0 + 8 / 2.0) / 2, value(found, "time_per_output_token_seconds"), 1e-12);
        assertEquals(Map.of("p50", 1.0, "p90", 3.0, "p99", 3.0), found.settings().get("time_to_first_token_percentiles"));
        assertEquals(Map.of("p50", 2.0, "p90", 7.0, "p99", 7.0), found.settings().get("inter_token_latency_percentiles"),
                "of the gaps 1 1 2 3 7 the third, the fifth and the fifth");
        assertEquals(2, found.settings().get("items"));
        assertEquals(64, found.settings().get("generate"));
        assertEquals(false, found.settings().get("chat_template"));
        ItemsAnew.assertGives(TaskKind.SPEED, found);
    }

    /** The smallest value that so many percent do not exceed. */
    @Test
    void percentilesAreValuesThatWereMeasured() {
        double[] hundred = IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
        assertEquals(Map.of("p50", 50.0, "p90", 90.0, "p99", 99.0), EndToEnd.percentiles(hundred));
        assertEquals(Map.of("p50", 4.0, "p90", 4.0, "p99", 4.0), EndToEnd.percentiles(new double[] {4}));
    }

    @Test
    void asksTheFirstPromptTwiceAndNoneInTheSameWords() {
        evaluate(TWO, answers(answer(2, 1, 2), answer(2, 1, 2), answer(2, 1, 2)));
        List<String> texts = asked.stream().map(prompt -> assertInstanceOf(Prompt.Text.class, prompt).text()).toList();
        assertEquals(3, texts.size());
        assertTrue(texts.get(0).endsWith("Why?") && texts.get(1).endsWith("Why?") && texts.get(2).endsWith("How?"), texts.toString());
        assertNotEquals(texts.get(0), texts.get(1), "a cache must not know it");
    }

    @Test
    void anAnswerOfOnePieceSaysNothingAboutWhatComesBetween() {
        Evaluation found = assertInstanceOf(Evaluation.class, evaluate(TWO, answers(answer(2, 1, 2), answer(1, 9), answer(2, 1, 3))));
        assertEquals(2, value(found, "inter_token_latency_seconds"));
        assertEquals(2, found.settings().get("prompts"));
        assertEquals(1, found.settings().get("items"));
        assertEquals(1, assertInstanceOf(AnswerTimes.class, found.items().getFirst()).index(), "of the second prompt");
        assertEquals(new Outcome.Invalid("no answer had two pieces of text, so that nothing came between two"),
                evaluate(TWO, answers(answer(1, 9), answer(1, 9), answer(0))));
    }

    @Test
    void manyAnswersHaveAnInterval() {
        String prompts = IntStream.range(0, 12).mapToObj(i -> "{\"prompt\": \"p" + i + "\"}\n").collect(Collectors.joining());
        Evaluation found = assertInstanceOf(Evaluation.class, evaluate(prompts,
                answers(IntStream.range(0, 13).mapToObj(i -> answer(2, 1 + i, 3 + i)).toArray(Generation[]::new))));
        assertEquals((2 + 13) / 2.0, value(found, "time_to_first_token_seconds"), 1e-12);
        assertTrue(found.metrics().get("time_to_first_token_seconds").low().orElseThrow() < 7.5);
        assertEquals(12, found.metrics().get("time_to_first_token_seconds").n());
    }

    @Test
    void aModelThatWritesNothingIsNotAsked() {
        assertEquals(new Outcome.Unsuitable("the model writes no text"), evaluate(TWO, FakeEngine.unable()));
    }

    private Outcome evaluate(String prompts, Engine engine) {
        Task task = TaskFixture.endToEnd(folder, prompts, "");
        return new SpeedEvaluator().evaluate(task, Prompts.NONE, engine, Progress.SILENT);
    }

    private static double value(Evaluation found, String metric) {
        return found.metrics().get(metric).value();
    }

    private Engine answers(Generation... inTurn) {
        Generator generator = (request, _) -> {
            asked.add(request.prompt());
            return inTurn[(asked.size() - 1) % inTurn.length];
        };
        return FakeModel.of(generator);
    }

    private static Generation answer(int tokens, double... pieceSeconds) {
        return new Generation("text", 7, tokens, Generation.End.LENGTH, pieceSeconds);
    }
}
