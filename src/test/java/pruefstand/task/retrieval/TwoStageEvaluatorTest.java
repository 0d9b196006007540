package pruefstand.task.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.FakeEngine;
import pruefstand.engine.FakeReranker;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.model.ModelKind;
import pruefstand.task.Evaluation;
import pruefstand.task.ItemsAnew;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.TaskKind;

/** Five documents of four words, found in the order of their numbers; the third and the fourth answer. */
class TwoStageEvaluatorTest {

    private static final String CORPUS = """
            {"_id": "d1", "text": "apple apple apple apple"}
            {"_id": "d2", "text": "apple apple apple pear"}
            {"_id": "d3", "text": "apple apple pear pear"}
            {"_id": "d4", "text": "apple pear pear pear"}
            {"_id": "d5", "text": "pear pear pear pear"}
            """;
    private static final String QRELS = "query-id\tcorpus-id\tscore\nq0\td3\t1\nq0\td4\t1\nq1\td3\t1\nq1\td4\t1\n";
    private static final String APPLE_TWICE = "{\"_id\": \"q0\", \"text\": \"apple\"}\n{\"_id\": \"q1\", \"text\": \"Apple\"}\n";

    private static final double IDEAL = 1 + Math.log(2) / Math.log(3);
    private static final double THIRD_AND_FOURTH = (0.5 + Math.log(2) / Math.log(5)) / IDEAL;

    @TempDir
    private Path folder;

    @Test
    void saysForEachNumberOfDocumentsWhatReadingThemAddsAndCosts() {
        FakeReranker reader = FakeReranker.of(text -> text.equals("apple apple pear pear") ? 2 : text.endsWith("pear pear") ? 1 : 0);
        Evaluation evaluation = evaluate(reader, "[4, 2, 3]", 1, 2, 3, 10, 20, 30);
        assertEquals(THIRD_AND_FOURTH, (double) evaluation.settings().get("first_stage_ndcg_at_10"), 1e-12);
        double third = (1 + Math.log(2) / Math.log(5)) / IDEAL;
        assertStage(evaluation, 0, 2, THIRD_AND_FOURTH, 5.5);
        assertStage(evaluation, 1, 3, third, 16.5);
        assertStage(evaluation, 2, 4, 1, 33);
        assertEquals(1, evaluation.metrics().get("ndcg_at_10").value(), 1e-12);
        assertEquals(1 - THIRD_AND_FOURTH, evaluation.metrics().get("ndcg_at_10_gained").value(), 1e-12);
        assertEquals(33, evaluation.metrics().get("added_milliseconds").value(), 1e-12);
        assertEquals("ndcg_at_10", evaluation.main());
        assertEquals("bm25", evaluation.settings().get("first_stage"));
        assertEquals(4, evaluation.settings().get("reranked"));
    }

    private static void assertStage(Evaluation evaluation, int place, int k, double ndcg, double milliseconds) {
        Map<?, ?> stage = (Map<?, ?>) ((List<?>) evaluation.settings().get("stages")).get(place);
        assertEquals(k, stage.get("k"));
        assertEquals(ndcg, (double) stage.get("ndcg_at_10"), 1e-12);
        assertEquals(ndcg - THIRD_AND_FOURTH, (double) stage.get("gained"), 1e-12);
        assertEquals(milliseconds, (double) stage.get("added_milliseconds"), 1e-12);
        assertFalse(stage.containsKey("gained_low"), "two queries are too few for an interval");
    }

    @Test
    void readsEachDocumentOnceAndTheFirstOnesToWarmUp() {
        FakeReranker reader = FakeReranker.of(_ -> 0);
        evaluate(reader, "[2, 4]", 1, 1, 1, 1);
        assertEquals(List.of(2, 2, 2, 2, 2), reader.read().stream().map(List::size).toList());
        assertEquals(List.of("apple apple apple apple", "apple apple apple pear"), reader.read().getFirst());
        assertEquals(reader.read().get(0), reader.read().get(1));
        assertEquals(List.of("apple apple pear pear", "apple pear pear pear"), reader.read().get(2));
    }

    @Test
    void ofEqualScoresTheLargerIdComesFirst() {
        Evaluation evaluation = evaluate(FakeReranker.of(text -> text.startsWith("apple apple apple") ? 1e-60 : -0.0), "[4]", 1, 1);
        assertEquals(1, evaluation.metrics().get("ndcg_at_10").value(), 1e-12, "as floats all are 0, so d4 and d3 lead");
    }

    /** The five documents are all there are; behind those that were read the others stay where they were. */
    @Test
    void readsNoMoreThanThereAreAndKeepsTheOthersBehind() {
        FakeReranker reader = FakeReranker.of(text -> text.startsWith("apple apple apple") ? 0 : 1);
        Evaluation few = evaluate(reader, "[3]", 1, 1);
        assertEquals((1 + Math.log(2) / Math.log(5)) / IDEAL, few.metrics().get("ndcg_at_10").value(), 1e-12);
        assertEquals(1, few.metrics().get("recall_at_1000").value());
        Evaluation all = evaluate(FakeReranker.of(_ -> 0), "[5, 200]", 1, 1);
        assertEquals(List.of(5), ((List<?>) all.settings().get("stages")).stream().map(stage -> ((Map<?, ?>) stage).get("k")).toList());
    }

    @Test
    void standsForAHundredDocumentsWhereSoManyAreRead() {
        assertEquals(1, new Stages(new int[0], stages(10, 100, 200)).main());
        assertEquals(1, new Stages(new int[0], stages(10, 50)).main());
        assertEquals(0, new Stages(new int[0], stages(150, 200)).main());
    }

    private static List<Stages.Stage> stages(int... sizes) {
        return IntStream.of(sizes).mapToObj(k -> new Stages.Stage(k, new int[0], 0)).toList();
    }

    @Test
    void whatIsKeptGivesAllNumbersAnewAndTheGainHasItsInterval() {
        String queries = IntStream.range(0, 12).mapToObj(i -> "{\"_id\": \"q" + i + "\", \"text\": \"apple\"}\n").collect(Collectors.joining());
        String qrels = "query-id\tcorpus-id\tscore\n" + IntStream.range(0, 12).mapToObj(i -> "q" + i + "\td" + (1 + i % 4) + "\t1\n")
                .collect(Collectors.joining());
        Task task = TaskFixture.twoStage(folder, CORPUS, queries, qrels, "[2, 4]");
        Evaluation evaluation = assertInstanceOf(Evaluation.class, new TwoStageEvaluator().evaluate(task, LexicalEngine.open("bm25"),
                FakeReranker.of(String::hashCode), Progress.SILENT));
        ItemsAnew.assertGives(TaskKind.RETRIEVAL, evaluation);
        assertTrue(evaluation.metrics().get("ndcg_at_10_gained").low().isPresent());
        Map<?, ?> last = (Map<?, ?>) ((List<?>) evaluation.settings().get("stages")).getLast();
        assertEquals(evaluation.metrics().get("ndcg_at_10_gained").high().orElseThrow(), last.get("gained_high"));
    }

    @Test
    void namesTheQueryForWhichAScoreIsNotFinite() {
        Task task = task("[4]");
        Outcome outcome = new TwoStageEvaluator().evaluate(task, LexicalEngine.open("bm25"),
                FakeReranker.of(text -> text.endsWith("pear pear pear") ? Double.NaN : 0), Progress.SILENT);
        assertEquals(new Outcome.Invalid("the model gave a score that is not finite for queries.jsonl:1"), outcome);
    }

    @Test
    void isATaskForRerankersAndNoOthers() {
        assertEquals(new Outcome.Unsuitable("the model gives no scores of documents"), new TwoStageEvaluator().evaluate(task("[4]"),
                LexicalEngine.open("bm25"), FakeEngine.unable(), Progress.SILENT));
        assertTrue(task("[4]").definition().measures(ModelKind.RERANKER));
        assertFalse(task("[4]").definition().measures(ModelKind.ENCODER));
        assertFalse(TaskFixture.retrieval(folder, CORPUS, APPLE_TWICE, QRELS).definition().measures(ModelKind.RERANKER));
    }

    /** @param milliseconds that each slice takes, in turn */
    private Evaluation evaluate(FakeReranker reader, String rerank, long... milliseconds) {
        Iterator<Long> clock = LongStream.of(milliseconds).flatMap(time -> LongStream.of(0, time * 1_000_000)).iterator();
        return assertInstanceOf(Evaluation.class, new TwoStageEvaluator(clock::next).evaluate(task(rerank), LexicalEngine.open("bm25"),
                reader, Progress.SILENT));
    }

    private Task task(String rerank) {
        return TaskFixture.twoStage(folder, CORPUS, APPLE_TWICE, QRELS, rerank);
    }
}
