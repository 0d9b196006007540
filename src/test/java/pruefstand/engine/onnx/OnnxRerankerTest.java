package pruefstand.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pruefstand.engine.Engine;
import pruefstand.engine.Reranker;

class OnnxRerankerTest {

    @Test
    void scoresAreThoseOfPyTorch() {
        List<Map<?, ?>> items = Exports.items("cross");
        assertEquals(10, items.size());
        try (Engine engine = Exports.open("cross", 1)) {
            Reranker reranker = engine.reranker().orElseThrow();
            for (Map<?, ?> item : items) {
                double[] scores = reranker.rerank((String) item.get("query"), List.of((String) item.get("passage")));
                assertArrayEquals(new double[] {Exports.number(item, "logit")}, scores, 1e-3);
            }
        }
    }

    @Test
    void aDocumentHasTheSameScoreWhateverElseIsInTheList() {
        List<String> documents = Exports.pieces(40);
        try (Engine engine = Exports.open("cross", 2)) {
            Reranker reranker = engine.reranker().orElseThrow();
            double[] together = reranker.rerank("Zweck der Prüfung", documents);
            for (int i = 0; i < documents.size(); i++) {
                assertEquals(together[i], reranker.rerank("Zweck der Prüfung", List.of(documents.get(i)))[0], 1e-5);
            }
            assertArrayEquals(new double[0], reranker.rerank("Zweck der Prüfung", List.of()));
        }
    }

    // Of a query of a hundred tokens and a document of many more, the document is cut, and the query is not.
    @Test
    void tooLongDocumentsAreCutAndTheQueryStaysWhole() {
        try (TextTokenizer tokenizer = TextTokenizer.open(Exports.folder("cross").resolve("tokenizer.json"), 32)) {
            Tokens tokens = tokenizer.encode("Zweck der Prüfung", Exports.text());
            assertEquals(32, tokens.length());
            assertTrue(tokens.truncated());
            assertEquals(List.of(2L, 1004L, 301L, 254L, 2016L, 3L), Arrays.stream(tokens.ids()).boxed().limit(6).toList());
            assertEquals(3, tokens.ids()[31]);
        }
    }

    @Test
    void aCrossEncoderDoesNothingElse() {
        try (Engine engine = Exports.open("cross", 1)) {
            assertTrue(engine.encoder().isEmpty());
            assertTrue(engine.masked().isEmpty());
            assertTrue(engine.scorer().isEmpty());
            assertTrue(engine.speed().isEmpty());
            assertEquals(256, engine.reranker().orElseThrow().maxInputTokens());
        }
    }
}
