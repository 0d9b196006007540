package pruefstand.task.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.engine.lexical.LexicalEngine;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.ItemsAnew;
import pruefstand.task.Progress;
import pruefstand.task.Reference;
import pruefstand.task.Shared;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.TaskKind;

/** Agrees with what trec_eval's definitions give for the same vectors. */
class RetrievalReferenceTest {

    private static final double TOLERANCE = 1e-4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xquad-de", "xquad-en", "mlqa-dev-context_de-question_de", "legalquad-de", "cranfield"})
    void agreesOnEveryMeasure(String set) throws IOException {
        Evaluation evaluation = evaluate(set, "qrels.tsv");
        Map<?, ?> expected = (Map<?, ?>) Reference.at("tasks", "retrieval/" + set, "hash3_cosine");
        int compared = 0;
        for (Map.Entry<?, ?> measure : expected.entrySet()) {
            if (measure.getValue() instanceof Number value) {
                assertEquals(value.doubleValue(), evaluation.metrics().get(measure.getKey()).value(), TOLERANCE,
                        set + " " + measure.getKey());
                compared++;
            }
        }
        assertEquals(14, compared);
        assertEquals("ndcg_at_10", evaluation.main());
    }

    @Test
    void agreesWhereJudgementsAreGraded() throws IOException {
        Evaluation evaluation = evaluate("cranfield", "qrels_graded.tsv");
        for (String measure : new String[] {"ndcg_at_10", "ndcg_at_100"}) {
            assertEquals(Reference.number("tasks", "retrieval/cranfield", "hash3_cosine", "graded", measure),
                    evaluation.metrics().get(measure).value(), TOLERANCE, measure);
        }
    }

    @Test
    void agreesWhereCandidatesAreReranked() throws IOException {
        String set = "reranking/xquad-r-sentences-de";
        Task task = TaskFixture.items(folder, "reranking", Reference.data(set + ".jsonl"));
        Evaluation evaluation = assertInstanceOf(Evaluation.class, new RerankingEvaluator().evaluate(task, Prompts.NONE,
                LexicalEngine.open("trigram-hash"), Progress.SILENT));
        ((Map<?, ?>) Reference.at("tasks", set, "metrics")).forEach((measure, value) -> assertEquals(
                ((Number) value).doubleValue(), evaluation.metrics().get(measure).value(), TOLERANCE, measure.toString()));
        assertEquals("map_at_1000", evaluation.main());
    }

    /** MTEB publishes 0.96494 for its BM25, which cuts words a little differently; TF-IDF is known to be worse. */
    @Test
    void wordSearchReachesWhatIsPublishedOfIt() throws IOException {
        Evaluation bm25 = evaluate("xquad-en", "qrels.tsv", "bm25");
        assertEquals(0.96494, bm25.metrics().get("ndcg_at_10").value(), 0.01);
        assertEquals("en", bm25.settings().get("analysis"));
        double tfIdf = evaluate("xquad-en", "qrels.tsv", "tf-idf").metrics().get("ndcg_at_10").value();
        assertTrue(tfIdf > 0.3 && tfIdf < bm25.metrics().get("ndcg_at_10").value(), "TF-IDF " + tfIdf);
        ItemsAnew.assertGives(TaskKind.RETRIEVAL, bm25);
    }

    /** Within its own query each word is as rare as the other; in all texts "bell" is rare and "tree" is not. */
    @Test
    void candidatesAreScoredByTheWordsOfAllCandidates() {
        Task task = TaskFixture.items(folder, "reranking", """
                {"query": "bell tree", "positive": ["bell"], "negative": ["tree"]}
                {"query": "tree", "positive": ["tree"], "negative": ["tree house", "other"]}
                """);
        Evaluation evaluation = assertInstanceOf(Evaluation.class, new RerankingEvaluator().evaluate(task, Prompts.NONE,
                LexicalEngine.open("bm25"), Progress.SILENT));
        assertEquals(1, evaluation.metrics().get("map_at_1000").value());
    }

    private Evaluation evaluate(String set, String qrels) throws IOException {
        return evaluate(set, qrels, "trigram-hash");
    }

    private Evaluation evaluate(String set, String qrels, String baseline) throws IOException {
        Path data = Shared.file("data/retrieval/" + set);
        Task task = TaskFixture.retrieval(folder, corpus(data), Files.readString(data.resolve("queries.jsonl")),
                Files.readString(data.resolve(qrels)));
        return assertInstanceOf(Evaluation.class, new RetrievalEvaluator().evaluate(task, Prompts.NONE,
                LexicalEngine.open(baseline), Progress.SILENT));
    }

    private static String corpus(Path data) throws IOException {
        Path packed = data.resolve("corpus.jsonl.gz");
        if (!Files.exists(packed)) {
            return Files.readString(data.resolve("corpus.jsonl"));
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(packed)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
