package pruefstand.task.choice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Continuation;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineException;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeModel;
import pruefstand.metric.Estimate;
import pruefstand.metric.ScoredChoices;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.evaluate.Evaluators;

class MultipleChoiceEvaluatorTest {

    private static final String TWO = """
            {"question": "Frost is", "choices": ["cold", "warm"], "answer": 0}
            {"question": "Fire is", "choices": ["cold", "hot"], "answer": 1}
            """;

    @TempDir
    private Path folder;

    /**
     * Lengths in characters, bytes and tokens: 4, 4, 1 · 8, 15, 2 · 10, 10, 4. Where the sums are -4, -6, -7.2, the scores by characters
     * are -1, -0.75, -0.72, by bytes -1, -0.4, -0.72, by tokens -4, -3, -1.8: the choice is the first by the sum, the third, the second,
     * the third. Where the sums are -4, -5, -9: by characters -1, -0.625, -0.9, by bytes -1, -0.33, -0.9, by tokens -4, -2.5, -2.25.
     */
    @Test
    void theFourAccuraciesDifferWhereTheyShould() {
        String choices = "\"choices\": [\"abcd\", \"ääää üüü\", \"a b cd efg\"]";
        Task task = TaskFixture.items(folder, "multiple-choice", "{\"question\": \"one\", " + choices + ", \"answer\": 1}\n"
                + "{\"question\": \"two\", " + choices + ", \"answer\": 2}\n"
                + "{\"question\": \"two\", " + choices + ", \"answer\": 1}\n");
        Evaluation evaluation = evaluate(task, FakeModel.scoring(each -> switch (each.continuation()) {
            case " abcd" -> -4;
            case " a b cd efg" -> each.context().equals("one") ? -7.2 : -9;
            default -> each.context().equals("one") ? -6 : -5;
        }));
        Map<String, Estimate> metrics = evaluation.metrics();
        assertEquals(List.of("acc_norm", "acc", "acc_bytes", "acc_token"), List.copyOf(metrics.keySet()));
        assertEquals(1 / 3.0, metrics.get("acc_norm").value(), 1e-12, "third, second, second");
        assertEquals(0, metrics.get("acc").value(), 1e-12, "always the first");
        assertEquals(2 / 3.0, metrics.get("acc_bytes").value(), 1e-12, "always the second");
        assertEquals(1 / 3.0, metrics.get("acc_token").value(), 1e-12, "always the third");
        ScoredChoices first = items(evaluation).getFirst().choices();
        assertArrayEquals(new int[] {4, 8, 10}, first.characters());
        assertArrayEquals(new int[] {4, 15, 10}, first.bytes());
        assertArrayEquals(new int[] {1, 2, 4}, first.tokens());
    }

    // 3 of 4 right: sample deviation sqrt((3 · 1/16 + 9/16) / 3) = ½, divided by sqrt(4)
    @Test
    void theStandardErrorIsThatOfAMean() {
        Task task = TaskFixture.items(folder, "multiple-choice", lines(4, 0));
        Estimate found = evaluate(task, FakeModel.scoring(each -> each.context().equals("q3") == each.continuation().equals(" yes") ? -2 : -1))
                .metrics().get("acc");
        assertEquals(0.75, found.value());
        assertEquals(0.25, found.stderr().getAsDouble(), 1e-12);
        assertEquals("none: 4 items, fewer than 10", found.interval());
    }

    @Test
    void ofEqualChoicesTheFirstCounts() {
        Task task = TaskFixture.items(folder, "multiple-choice", TWO);
        double accuracy = evaluate(task, FakeModel.scoring(each -> each.context().equals("Frost is") ? -1
                : each.continuation().equals(" hot") ? -2 : -3)).metrics().get("acc").value();
        assertEquals(1, accuracy, "cold before warm, as both are equal; hot, as it is likelier");
    }

    // TruthfulQA has such choices; divided by nothing, a log-likelihood is below all others.
    @Test
    void anEmptyChoiceIsNeverTakenForItsLength() {
        Task task = TaskFixture.items(folder, "multiple-choice", "{\"question\": \"q\", \"choices\": [\"\", \"a b\", \"c\"], \"answer\": 0}\n");
        Map<String, Estimate> metrics = evaluate(task, FakeModel.scoring(each -> each.continuation().equals(" ") ? 0 : -2)).metrics();
        assertEquals(1, metrics.get("acc").value());
        assertEquals(0, metrics.get("acc_norm").value());
        assertEquals(0, metrics.get("acc_bytes").value());
    }

    @Test
    void aModelThatTellsNoneFromAnotherHasNoNumber() {
        Task task = TaskFixture.items(folder, "multiple-choice", lines(20, 0));
        assertInvalid("the model tells no choice from another: all choices of each of the 20 questions are equally likely", task,
                FakeModel.scoring(_ -> -3));
        assertInvalid("equally likely for their number of tokens", task,
                FakeModel.scoring(each -> -Math.log(257) * each.continuation().strip().split(" ").length));
    }

    @Test
    void aNumberThatIsNoneNamesItsChoiceAndLine() {
        Task task = TaskFixture.items(folder, "multiple-choice", TWO);
        assertInvalid("the log-likelihood of choice 1 in items.jsonl:2 is not finite: NaN", task,
                FakeModel.scoring(each -> each.continuation().equals(" hot") ? Double.NaN : -1));
        assertInvalid("items.jsonl:1: the logit of token 3 is not a number", task, FakeModel.scoring(_ -> {
            throw new EngineException("the logit of token 3 is not a number");
        }));
    }

    @Test
    void aChoiceIsScoredBehindItsQuestionAndASpace() {
        assertEquals(List.of(new Continuation("Frost is", " cold"), new Continuation("Frost is", " warm"),
                new Continuation("Fire is", " cold"), new Continuation("Fire is", " hot")),
                seen(TaskFixture.items(folder, "multiple-choice", TWO)));
    }

    @Test
    void aTemplateThatListsTheChoicesHasTheirLettersScored() {
        Task task = TaskFixture.withExamples(folder, "multiple-choice",
                "{\"question\": \"1 + {choices}?\", \"choices\": [\"2\", \"3\"], \"answer\": 1}\n" + TWO, TWO,
                "few_shot: 1\ntemplate: \"Q: {question}\\n{choices}\\nA:\"\n");
        assertEquals(new Continuation("Q: 1 + {choices}?\nA. 2\nB. 3\nA: B\n\nQ: Frost is\nA. cold\nB. warm\nA:", " A"),
                seen(task).getFirst());
    }

    @Test
    void whatJoinsAChoiceToItsQuestionDoesNotCountForItsLength() {
        Task task = TaskFixture.items(folder, "multiple-choice", TWO, "choice_prefix: \" → \"\ncontext: 64\n");
        assertEquals(new Continuation("Frost is", " → cold"), seen(task).getFirst());
        assertEquals(4, items(evaluate(task, FakeModel.scoring(each -> -each.continuation().length()))).getFirst().choices().characters()[0]);
        assertEquals(OptionalInt.of(64), Evaluators.settingsFor(task.definition(), EngineSettings.withThreads(1)).context());
    }

    @Test
    void oneLetterThatIsAlwaysRightIsRefused() {
        Task task = TaskFixture.items(folder, "multiple-choice", lines(3, 0), "template: \"{question} {choices}\"\n");
        assertInvalid("items.jsonl:1: answer: it is 0 in every line, so that the letter A alone would be right", task,
                FakeModel.scoring(_ -> -1));
    }

    @Test
    void dataThatCannotBeUsedAreNamedByFileAndLine() {
        assertFaulty("items.jsonl:3:", TWO + "{\"question\": \"q\", \"choices\": [\"a\", \"b\"]}\n", "answer");
        assertFaulty("items.jsonl:1:", "{\"question\": \"q\", \"choices\": [\"a\", \"b\"], \"answer\": 2}\n", "expected an index from 0 to 1, got 2");
        assertFaulty("items.jsonl:1:", "{\"question\": \"q\", \"choices\": [\"a\"], \"answer\": 0}\n", "expected at least two texts, got [a]");
        assertFaulty("items.jsonl:1:", "{\"choices\": [\"a\", \"b\"], \"answer\": 0}\n", "question is missing");
        assertFaulty("items.jsonl: holds no items", "\n", "");
        assertInvalid("train.jsonl: few_shot wants 3 examples, found 2", TaskFixture.withExamples(folder, "multiple-choice", TWO, TWO,
                "few_shot: 3\n"), FakeModel.scoring(_ -> -1));
    }

    @Test
    void aModelWithoutLogLikelihoodsIsUnsuitable() {
        assertEquals(new Outcome.Unsuitable("the model gives no log-likelihoods of texts"),
                run(TaskFixture.items(folder, "multiple-choice", TWO), FakeEngine.unable()));
    }

    private void assertFaulty(String place, String lines, String reason) {
        assertInvalid(place, TaskFixture.items(folder, "multiple-choice", lines), FakeModel.scoring(_ -> -1));
        assertInvalid(reason, TaskFixture.items(folder, "multiple-choice", lines), FakeModel.scoring(_ -> -1));
    }

    private static List<Continuation> seen(Task task) {
        List<Continuation> seen = new ArrayList<>();
        evaluate(task, FakeModel.scoring(each -> {
            seen.add(each);
            return -each.continuation().hashCode() % 97;
        }));
        return seen;
    }

    private static String lines(int count, int answer) {
        return IntStream.range(0, count).mapToObj(i -> "{\"question\": \"q%d\", \"choices\": [\"yes\", \"no it is not\"], \"answer\": %d}\n"
                .formatted(i, answer)).collect(Collectors.joining());
    }

    @SuppressWarnings("unchecked")
    private static List<ChoiceItem> items(Evaluation evaluation) {
        return (List<ChoiceItem>) (List<?>) evaluation.items();
    }

    private static void assertInvalid(String reason, Task task, Engine engine) {
        String found = assertInstanceOf(Outcome.Invalid.class, run(task, engine)).reason();
        assertTrue(found.contains(reason), found);
    }

    private static Evaluation evaluate(Task task, Engine engine) {
        return assertInstanceOf(Evaluation.class, run(task, engine));
    }

    private static Outcome run(Task task, Engine engine) {
        return Evaluators.evaluate(task, Prompts.NONE, engine, Progress.SILENT);
    }
}
