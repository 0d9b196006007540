package pruefstand.task.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.ChatMessage;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineException;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeModel;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.evaluate.Evaluators;

class AnswerEvaluatorTest {

    private static final String TWO = """
            {"prompt": "The capital of France is", "answer": "Paris"}
            {"prompt": "Six times seven is", "answer": [42, "forty-two"]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aClozeIsJudgedByItsFirstWords() {
        Evaluation found = evaluate(TaskFixture.items(folder, "cloze", TWO),
                new Writer(false, prompt -> prompt.startsWith("The") ? " Paris, a city" : " more than forty-two"));
        assertEquals("exact_match", found.main());
        assertEquals(List.of("exact_match", "contains", "f1"), List.copyOf(found.metrics().keySet()));
        assertEquals(0.5, found.metrics().get("exact_match").value(), "Paris comes first, forty-two does not");
        assertEquals(1, found.metrics().get("contains").value());
        assertEquals(0.5, found.metrics().get("f1").value());
        assertEquals(0.5, found.metrics().get("exact_match").stderr().getAsDouble(), 1e-12, "sqrt(½) / sqrt(2)");
    }

    @Test
    void aFreeAnswerIsJudgedAsAWhole() {
        Evaluation found = evaluate(TaskFixture.items(folder, "generation", TWO),
                new Writer(false, prompt -> prompt.startsWith("The") ? "Paris, the city" : "Forty-two!"));
        assertEquals(0.5, found.metrics().get("exact_match").value());
        assertEquals(1, found.metrics().get("contains").value());
        assertEquals((2 / 3.0 + 1) / 2, found.metrics().get("f1").value(), 1e-12, "paris city, and the article does not count");
    }

    @Test
    void bothTheRawAnswerAndWhatWasComparedAreKept() {
        Evaluation found = evaluate(TaskFixture.items(folder, "generation", TWO, "stop: [\"\\n\"]\n"),
                new Writer(true, _ -> "<think>Could be Rome.\nNo.</think>\nParis\nQuestion: and Spain?"));
        AnswerItem first = (AnswerItem) found.items().getFirst();
        assertEquals(new AnswerItem(0, List.of("Paris"), "<think>Could be Rome.\nNo.</think>\nParis\nQuestion: and Spain?", "Paris", 1, 1, 1),
                first);
    }

    @Test
    void aPatternTakesTheLastFindOfBothAnswersAndComparesNumbersAsSuch() {
        String sums = """
                {"prompt": "a", "answer": "half of 2,048 is <<2048/2=1024>>1,024\\n#### 1,024"}
                {"prompt": "b", "answer": "5"}
                {"prompt": "c", "answer": "So 7.\\n#### 7"}
                {"prompt": "d", "answer": 18}
                """;
        Map<String, String> answers = Map.of("a", "2048 / 2 = 1024, so $1,024.00", "b", "It is -5", "c", "I cannot say.", "d", "18. Wait, 20.");
        Evaluation found = evaluate(TaskFixture.items(folder, "generation", sums,
                "answer_pattern: \"(-?[$0-9.,]{2,})|(-?[0-9]+)\"\n"), new Writer(false, answers::get));
        List<AnswerItem> items = found.items().stream().map(AnswerItem.class::cast).toList();
        assertEquals(List.of("$1,024.00", "-5", "", "20."), items.stream().map(AnswerItem::answer).toList());
        assertEquals(List.of(List.of("1,024"), List.of("5"), List.of("7"), List.of("18")), items.stream().map(AnswerItem::expected).toList());
        assertEquals(List.of(1.0, 0.0, 0.0, 0.0), items.stream().map(AnswerItem::exactMatch).toList());
        assertEquals(0.25, found.metrics().get("contains").value());
    }

    @Test
    void aPatternThatNeverComesToAnEndNamesItsItem() {
        assertInvalid("items.jsonl:1: the regular expression a*a*a*a*a*a*a*a*b takes too long on a text of 60 characters",
                TaskFixture.items(folder, "generation", TWO, "answer_pattern: \"a*a*a*a*a*a*a*a*b\"\n"),
                FakeModel.of(new Writer(false, _ -> "a".repeat(60))));
    }

    @Test
    void theLikeliestTokensAreTakenAndTheTextIsGivenAsItStands() {
        Writer writer = new Writer(false, _ -> "x");
        Evaluation found = evaluate(TaskFixture.items(folder, "cloze", TWO), writer);
        assertEquals(new GenerationRequest(new Prompt.Text("The capital of France is"), 16, Sampling.GREEDY, List.of("\n")),
                writer.seen.getFirst());
        assertEquals(false, found.settings().get("chat_template"));
        assertEquals(0.5, found.settings().get("unfinished_share"), "the second ended for its length");
    }

    @Test
    void aModelWithATemplateIsAskedByItAndMayThinkAsItLikes() {
        Writer writer = new Writer(true, _ -> "x");
        Task task = TaskFixture.withExamples(folder, "generation", TWO, TWO,
                "few_shot: 2\ntemplate: \"Q: {prompt}\\nA:\"\nmax_tokens: 9\nstop: [\"\\n\"]\ntemperature: 0.5\n");
        evaluate(task, writer);
        String text = "Q: The capital of France is\nA: Paris\n\nQ: Six times seven is\nA: 42\n\nQ: Six times seven is\nA:";
        assertEquals(new GenerationRequest(new Prompt.Chat(List.of(new ChatMessage("user", text))), 9,
                new Sampling(0.5, 0, 1, 0, 7), List.of()), writer.seen.getLast());
        Writer cloze = new Writer(true, _ -> "x");
        evaluate(TaskFixture.items(folder, "cloze", TWO), cloze);
        assertInstanceOf(Prompt.Text.class, cloze.seen.getFirst().prompt(), "a cloze is a text to go on with");
    }

    @Test
    void whatAModelCannotDoNamesItsItem() {
        assertInvalid("items.jsonl:2: the logit of token 7 is not a number", TaskFixture.items(folder, "generation", TWO),
                FakeModel.of(new Writer(false, prompt -> {
                    if (prompt.startsWith("Six")) {
                        throw new EngineException("the logit of token 7 is not a number");
                    }
                    return "x";
                })));
    }

    @Test
    void dataThatCannotBeUsedAreNamedByFileAndLine() {
        assertFaulty("items.jsonl:3:", TWO + "{\"prompt\": \"p\"}\n", "answer is missing");
        assertFaulty("items.jsonl:1:", "{\"prompt\": \"p\", \"answer\": [\" \"]}\n", "expected a text that is not blank");
        assertFaulty("items.jsonl:1:", "{\"answer\": \"a\"}\n", "prompt is missing");
        assertFaulty("items.jsonl: holds no items", "\n", "");
    }

    @Test
    void aModelThatWritesNothingIsUnsuitable() {
        assertEquals(new Outcome.Unsuitable("the model writes no text"), run(TaskFixture.items(folder, "cloze", TWO), FakeEngine.unable()));
    }

    private void assertFaulty(String place, String lines, String reason) {
        assertInvalid(place, TaskFixture.items(folder, "generation", lines), FakeModel.of(new Writer(false, _ -> "x")));
        assertInvalid(reason, TaskFixture.items(folder, "generation", lines), FakeModel.of(new Writer(false, _ -> "x")));
    }

    private static void assertInvalid(String reason, Task task, Engine engine) {
        String found = assertInstanceOf(Outcome.Invalid.class, run(task, engine)).reason();
        assertTrue(found.contains(reason), found);
    }

    private static Evaluation evaluate(Task task, Writer writer) {
        return assertInstanceOf(Evaluation.class, run(task, FakeModel.of(writer)));
    }

    private static Outcome run(Task task, Engine engine) {
        return Evaluators.evaluate(task, Prompts.NONE, engine, Progress.SILENT);
    }

    /** Writes what a function makes of the prompt; each second answer ends for its length. */
    private record Writer(boolean hasTemplate, Function<String, String> answers, List<GenerationRequest> seen) implements Generator {

        Writer(boolean hasTemplate, Function<String, String> answers) {
            this(hasTemplate, answers, new ArrayList<>());
        }

        @Override
        public Generation generate(GenerationRequest request, Consumer<String> pieces) {
            seen.add(request);
            String prompt = switch (request.prompt()) {
                case Prompt.Text(var text) -> text;
                case Prompt.Chat(var messages) -> messages.getLast().content();
            };
            return new Generation(answers.apply(prompt), 1, 1, seen.size() % 2 == 1 ? Generation.End.STOP : Generation.End.LENGTH,
                    new double[0]);
        }
    }
}
