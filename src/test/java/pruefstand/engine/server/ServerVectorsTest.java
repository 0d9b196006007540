package pruefstand.engine.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pruefstand.engine.Ability;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.Reranker;
import pruefstand.engine.server.StandIn.Reaction;
import pruefstand.text.Refusal;

/** Vectors and scores of documents; the sources of the shapes stand in {@link Dialects} or at each test. */
class ServerVectorsTest {

    private static final String LONG = "ein Text, der länger ist, als dieser Server liest";

    @Test
    void vectorsAreScaledToLengthOneUnlessTheyAreWantedRaw() {
        try (StandIn standIn = Dialects.tei(); ServerEngine engine = standIn.engine("")) {
            Embedding embedding = engine.encoder().orElseThrow().embed(List.of("ja")).getFirst();
            assertArrayEquals(new float[] {0.6f, 0.8f}, embedding.vector(), 1e-6f);
            assertEquals(5, embedding.tokens());
            assertFalse(embedding.truncated());
        }
        EngineSettings raw = new EngineSettings(1, OptionalInt.empty(), Optional.empty(), false);
        try (StandIn standIn = Dialects.tei(); ServerEngine engine = standIn.engine("", raw)) {
            assertArrayEquals(new float[] {3, 4}, engine.encoder().orElseThrow().embed(List.of("ja")).getFirst().vector());
        }
    }

    @Test
    void aTextThatTeiFindsTooLongIsSentAgainToBeCut() {
        try (StandIn standIn = Dialects.tei(); ServerEngine engine = standIn.engine("")) {
            Encoder encoder = engine.encoder().orElseThrow();
            Embedding embedding = encoder.embed(List.of(LONG)).getFirst();
            assertTrue(embedding.truncated());
            assertEquals(512, embedding.tokens());
            assertEquals(512, encoder.maxInputTokens());
            assertEquals(true, standIn.calls("/embed").getLast().body().get("truncate"));
        }
    }

    // TEI with auto_truncate cuts unasked.
    @Test
    void aCountThatReachesTheLimitMeansCut() {
        try (StandIn standIn = Dialects.tei().on("/v1/embeddings", """
                {"object": "list", "data": [{"object": "embedding", "embedding": [3.0, 4.0], "index": 0}],
                "model": "thenlper/gte-base", "usage": {"prompt_tokens": 512, "total_tokens": 512}}"""); ServerEngine engine = standIn.engine("")) {
            assertTrue(engine.encoder().orElseThrow().embed(List.of(LONG)).getFirst().truncated());
        }
    }

    // docs/api.md: "truncate … Returns error if false and context length is exceeded".
    @Test
    void ollamaCutsOnlyWhenToldTo() {
        try (StandIn standIn = Dialects.ollama().on("/api/embed", call -> Boolean.FALSE.equals(call.body().get("truncate"))
                && ((String) call.body().get("input")).length() > 20 ? Reaction.status(400, "{\"error\":\"input length exceeds the context length\"}")
                        : Reaction.json("{\"model\":\"llama3.2\",\"embeddings\":[[0.0,2.0]],\"prompt_eval_count\":8}"));
                ServerEngine engine = standIn.engine("llama3.2")) {
            List<Embedding> embeddings = engine.encoder().orElseThrow().embed(List.of("kurz", LONG));
            assertFalse(embeddings.getFirst().truncated());
            assertTrue(embeddings.getLast().truncated());
            assertArrayEquals(new float[] {0, 1}, embeddings.getLast().vector());
        }
    }

    // tools/server of llama.cpp: "input is too large to process"; there is no switch.
    @Test
    void whereNothingCanCutATextThatIsTooLongIsRefused() {
        try (StandIn standIn = Dialects.llamaServer().on("/v1/embeddings", call -> ((String) call.body().get("input")).length() > 20
                ? Reaction.status(400, "{\"error\":{\"code\":400,\"message\":\"input is too large to process\",\"type\":\"invalid_request_error\"}}")
                : Reaction.json("{\"data\":[{\"embedding\":[1,0],\"index\":0,\"object\":\"embedding\"}],\"usage\":{\"prompt_tokens\":2}}"));
                ServerEngine engine = standIn.engine("")) {
            Encoder encoder = engine.encoder().orElseThrow();
            Refusal refusal = assertThrows(Refusal.class, () -> encoder.embed(List.of(LONG)));
            assertEquals("engine.server.status", refusal.what().key());
            assertEquals(2, refusal.kind().exitCode());
            assertTrue(refusal.getMessage().contains("input is too large to process"), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[]}", "{\"data\":[{\"embedding\":[]}]}", "{\"data\":[{\"embedding\":[1,\"NaN\"]}]}", "[]", "{}"})
    void anAnswerWithoutAVectorIsNoAbility(String answer) {
        try (StandIn standIn = Dialects.llamaServer().on("/v1/embeddings", answer); ServerEngine engine = standIn.engine("")) {
            assertTrue(engine.encoder().isEmpty());
            assertEquals("engine.server.ignored.embeddings", engine.whyNot(Ability.EMBEDDINGS).orElseThrow().key());
        }
    }

    @Test
    void aVectorOfAnotherLengthThanBeforeIsRefused() {
        try (StandIn standIn = Dialects.llamaServer().on("/v1/embeddings", call -> Reaction.json("{\"data\":[{\"embedding\":["
                + "1,".repeat(((String) call.body().get("input")).length()) + "1]}]}")); ServerEngine engine = standIn.engine("")) {
            Encoder encoder = engine.encoder().orElseThrow();
            assertEquals("engine.server.shape", assertThrows(Refusal.class, () -> encoder.embed(List.of("abc"))).what().key());
        }
    }

    @Test
    void llamaServerWithoutTheOptionSaysWhichOneIsMissing() {
        try (StandIn standIn = Dialects.llamaServer(); ServerEngine engine = standIn.engine("")) {
            assertTrue(engine.encoder().isEmpty());
            assertTrue(engine.whyNot(Ability.EMBEDDINGS).orElseThrow().arguments().getLast().toString().contains("--embeddings"));
            assertTrue(engine.reranker().isEmpty());
            assertTrue(engine.whyNot(Ability.RERANKING).orElseThrow().arguments().getLast().toString().contains("--reranking"));
        }
    }

    // TEI sorts by score and tells the index.
    @Test
    void scoresStandInTheDocumentsOrder() {
        try (StandIn standIn = Dialects.tei().on("/rerank", call -> ((List<?>) call.body().get("texts")).size() == 1
                ? Reaction.json("[{\"index\":0,\"score\":1.0}]") : Reaction.json("[{\"index\":1,\"score\":2.5},{\"index\":0,\"score\":-1.25}]"));
                ServerEngine engine = standIn.engine("")) {
            Reranker reranker = engine.reranker().orElseThrow();
            assertArrayEquals(new double[] {-1.25, 2.5}, reranker.rerank("q", List.of("a", "b")));
            assertArrayEquals(new double[0], reranker.rerank("q", List.of()));
            Map<?, ?> body = standIn.calls("/rerank").getLast().body();
            assertEquals(true, body.get("raw_scores"));
        }
    }

    // vllm/entrypoints/pooling/scoring/protocol.py: RerankResponse; use_activation false gives the model's own score.
    @Test
    void vllmIsAskedForScoresWithoutBounds() {
        try (StandIn standIn = Dialects.vllm().on("/v1/rerank", """
                {"id":"rerank-1","model":"m","usage":{"prompt_tokens":3,"total_tokens":3},
                "results":[{"index":0,"document":{"text":"a"},"relevance_score":-4.5}]}"""); ServerEngine engine = standIn.engine("")) {
            assertArrayEquals(new double[] {-4.5}, engine.reranker().orElseThrow().rerank("q", List.of("a")));
            assertEquals(false, standIn.calls("/v1/rerank").getLast().body().get("use_activation"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"results\":[{\"index\":0,\"relevance_score\":1}]}",
        "{\"results\":[{\"index\":0,\"relevance_score\":1},{\"index\":0,\"relevance_score\":2}]}",
        "{\"results\":[{\"index\":0,\"relevance_score\":1},{\"index\":2,\"relevance_score\":2}]}",
        "{\"results\":[{\"index\":0,\"relevance_score\":1},{\"index\":1}]}"})
    void scoresThatAreNotOneForEachDocumentAreRefused(String answer) {
        try (StandIn standIn = Dialects.vllm().on("/v1/rerank", "{\"results\":[{\"index\":0,\"relevance_score\":1}]}");
                ServerEngine engine = standIn.engine("")) {
            Reranker reranker = engine.reranker().orElseThrow();
            standIn.on("/v1/rerank", answer);
            assertEquals("engine.server.shape",
                    assertThrows(Refusal.class, () -> reranker.rerank("q", List.of("a", "b"))).what().key());
        }
    }
}
