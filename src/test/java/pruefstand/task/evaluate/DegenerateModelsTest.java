package pruefstand.task.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Engine;
import pruefstand.engine.FakeEncoder;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeModel;
import pruefstand.engine.Generation;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;

/** A model that tells nothing apart gets what it deserves, and data that cannot be used are named by file and line. */
class DegenerateModelsTest {

    private static final Function<String, float[]> CONSTANT = _ -> new float[] {1, 2};

    @TempDir
    private Path folder;

    @Test
    void aConstantModelGetsTheShareOfTheAlikeInPairClassification() {
        Task task = TaskFixture.items(folder, "pair-classification", lines(20, i -> pair(i, i % 4 == 0 ? 1 : 0)));
        assertEquals(0.25, value(task, "max_ap"), 1e-12);
    }

    @Test
    void aConstantModelFindsTheTranslationOfTheFirstSentenceOnly() {
        Task task = TaskFixture.items(folder, "bitext-mining",
                lines(20, i -> "{\"sentence1\": \"a%d\", \"sentence2\": \"b%d\"}".formatted(i, i)));
        assertEquals(1 / 20.0, value(task, "accuracy"), 1e-12);
        assertEquals(2 / 21.0 / 20, value(task, "f1"), 1e-12, "its row was chosen by all 20");
    }

    @Test
    void aConstantModelPutsWhatAnswersLastInReranking() {
        Task task = TaskFixture.items(folder, "reranking",
                lines(12, i -> "{\"query\": \"q%d\", \"positive\": [\"p\"], \"negative\": [\"n\", \"m\", \"o\"]}".formatted(i)));
        assertEquals(1 / 4.0, value(task, "map_at_1000"), 1e-12);
        assertEquals(1 / 4.0, value(task, "mrr_at_10"), 1e-12);
    }

    @Test
    void aConstantModelFindsDocumentsByTheirIdsOnly() {
        Task task = TaskFixture.retrieval(folder, lines(4, i -> "{\"_id\": \"d%d\", \"text\": \"t\"}".formatted(i)),
                lines(10, i -> "{\"_id\": \"q%d\", \"text\": \"t\"}".formatted(i)),
                "query-id\tcorpus-id\tscore\n" + IntStream.range(0, 10).mapToObj(i -> "q" + i + "\td0\t1\n").collect(Collectors.joining()));
        assertEquals(1 / 4.0, value(task, "mrr_at_10"), 1e-12, "d0 has the smallest id");
    }

    @Test
    void aConstantModelPutsEveryTextInOneClass() {
        Task task = TaskFixture.classification(folder, lines(32, i -> text(i, "k" + i % 4)), lines(20, i -> text(i, "k" + i % 4)));
        assertEquals(1 / 4.0, value(task, "accuracy"), 1e-12);
        assertEquals(0.1, value(task, "f1"), 1e-12, "F1 of that class 2·5/(20+5), of the three others 0");
    }

    @Test
    void aConstantModelMakesNoGroups() {
        Task task = TaskFixture.items(folder, "clustering", lines(40, i -> text(i, "k" + i % 4)));
        assertEquals(0, value(task, "v_measure"), 1e-9);
    }

    /** What is taken off for chance is for 16,384 different texts, not for 40 that are drawn again and again. */
    @Test
    void aRandomModelScoresAboveZeroWhereFewTextsAreGrouped() {
        Task task = TaskFixture.items(folder, "clustering", lines(40, i -> text(i, "k" + i % 4)));
        Outcome outcome = evaluate(task, FakeEngine.of(new FakeEncoder(2, text -> new float[] {(float) mixed(text), (float) mixed("-" + text)})));
        assertTrue(value(outcome, "ami") > 0.02, "it would be about 0 otherwise");
        assertTrue(value(outcome, "v_measure") > 0.02);
    }

    @Test
    void aConstantModelJudgesNoSummaries() {
        invalid(TaskFixture.items(folder, "summarization", lines(20, i -> ("{\"text\": \"t%d\", \"human_summaries\": [\"a%d\"], "
                + "\"machine_summaries\": [\"b%d\", \"c%d\"], \"relevance\": [1, 2]}").formatted(i, i, i, i))),
                "find all summaries of each of the 20 texts equally good");
    }

    /** Half of the pairs of machine summaries stand in the right order by chance, so the correlations of 1 and -1 meet at 0. */
    @Test
    void aRandomModelIsOfNoUseForSummaries() {
        Task task = TaskFixture.items(folder, "summarization", lines(400, i -> ("{\"text\": \"t%d\", \"human_summaries\": [\"a%d\"], "
                + "\"machine_summaries\": [\"b%d\", \"c%d\"], \"relevance\": [1, 2]}").formatted(i, i, i, i)));
        Outcome outcome = evaluate(task, FakeEngine.of(new FakeEncoder(2, text -> new float[] {(float) mixed(text), 1})));
        assertEquals(0, value(outcome, "cosine_spearman"), 4 / Math.sqrt(400));
    }

    @Test
    void aConstantModelChoosesNothing() {
        Task task = TaskFixture.items(folder, "multiple-choice", lines(40, i -> choices(i, i % 4)));
        Outcome outcome = evaluate(task, FakeModel.scoring(_ -> -1));
        assertTrue(assertInstanceOf(Outcome.Invalid.class, outcome).reason().contains("tells no choice from another"), outcome.toString());
    }

    @Test
    void aRandomModelChoosesRightlyAsOftenAsThereAreChoices() {
        Task task = TaskFixture.items(folder, "multiple-choice", lines(400, i -> choices(i, 0)));
        Outcome outcome = evaluate(task, FakeModel.scoring(each -> -mixed(each.context() + each.continuation())));
        for (String metric : List.of("acc", "acc_norm", "acc_bytes", "acc_token")) {
            assertEquals(0.25, value(outcome, metric), 4 * Math.sqrt(0.25 * 0.75 / 400), metric);
        }
    }

    @Test
    void aModelThatAlwaysWritesTheSameIsRightWhereThatIsTheAnswer() {
        for (String kind : List.of("cloze", "generation")) {
            Task task = TaskFixture.items(folder, kind, lines(20, i -> "{\"prompt\": \"p%d\", \"answer\": \"a%d\"}".formatted(i, i % 5)));
            assertEquals(0.2, value(evaluate(task, writing("a3")), "exact_match"), 1e-12);
            assertEquals(0, value(evaluate(task, writing("")), "contains"), "an empty answer holds none");
            assertEquals(1, value(evaluate(task, writing("a0 a1 a2 a3 a4")), "contains"), "whoever writes all, hits");
            assertTrue(value(evaluate(task, writing("a0 a1 a2 a3 a4")), "exact_match") < 0.3);
        }
    }

    private static FakeModel writing(String answer) {
        return FakeModel.of((_, _) -> new Generation(answer, 1, 1, Generation.End.STOP, new double[0]));
    }

    private static String choices(int number, int answer) {
        return "{\"question\": \"q%d\", \"choices\": [\"aaaa\", \"bbbb\", \"cccc\", \"dddd\"], \"answer\": %d}".formatted(number, answer);
    }

    /** Evenly spread over 0 … 1, the same for the same text. */
    private static double mixed(String text) {
        return new SplittableRandom(text.hashCode()).nextDouble();
    }

    @Test
    void namesAJudgementOfAnUnknownDocument() {
        invalid(TaskFixture.retrieval(folder, "{\"_id\": \"d\", \"text\": \"t\"}\n", "{\"_id\": \"q\", \"text\": \"t\"}\n",
                "query-id\tcorpus-id\tscore\nq\tx\t1\n"), "qrels.tsv:2: there is no document 'x'");
    }

    @Test
    void namesAnIdThatStandsThereTwice() {
        invalid(TaskFixture.retrieval(folder, "{\"_id\": \"d\", \"text\": \"t\"}\n{\"_id\": \"d\", \"text\": \"u\"}\n",
                "{\"_id\": \"q\", \"text\": \"t\"}\n", "query-id\tcorpus-id\tscore\nq\td\t1\n"),
                "corpus.jsonl:2: _id 'd' stands there twice");
    }

    @Test
    void namesALabelThatNothingWasLearntOf() {
        invalid(TaskFixture.classification(folder, text(1, "a") + "\n" + text(2, "b") + "\n", text(3, "c") + "\n"),
                "test.jsonl:1: nothing to learn from has the label 'c'");
    }

    @Test
    void namesAScoreThatIsNoWholeNumber() {
        invalid(TaskFixture.retrieval(folder, "{\"_id\": \"d\", \"text\": \"t\"}\n", "{\"_id\": \"q\", \"text\": \"t\"}\n",
                "query-id\tcorpus-id\tscore\nq\td\tgood\n"), "qrels.tsv:2: 'good' is not a number in score");
    }

    @Test
    void refusesPairsOfOneLabel() {
        invalid(TaskFixture.items(folder, "pair-classification", lines(3, i -> pair(i, 1))), "all pairs have label 1");
    }

    private static void invalid(Task task, String reason) {
        Outcome outcome = evaluate(task);
        String found = assertInstanceOf(Outcome.Invalid.class, outcome).reason();
        assertTrue(found.contains(reason), found);
    }

    private static double value(Task task, String metric) {
        return value(evaluate(task), metric);
    }

    private static double value(Outcome outcome, String metric) {
        return assertInstanceOf(Evaluation.class, outcome).metrics().get(metric).value();
    }

    private static Outcome evaluate(Task task) {
        return evaluate(task, FakeEngine.of(new FakeEncoder(2, CONSTANT)));
    }

    private static Outcome evaluate(Task task, Engine engine) {
        return Evaluators.evaluate(task, Prompts.NONE, engine, Progress.SILENT);
    }

    private static String lines(int count, Function<Integer, String> line) {
        return IntStream.range(0, count).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
    }

    private static String pair(int number, int label) {
        return "{\"sentence1\": \"a%d\", \"sentence2\": \"b%d\", \"label\": %d}".formatted(number, number, label);
    }

    private static String text(int number, String label) {
        return "{\"text\": \"t%d\", \"label\": \"%s\"}".formatted(number, label);
    }
}
