package pruefstand.engine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.Ability;
import pruefstand.json.Json;
import pruefstand.model.Artifact;
import pruefstand.text.Refusal;

/** What each kind of server tells, taken from the answers that its documentation shows. */
class DiscoveryTest {

    @Test
    void llamaServerTellsSizesAndItsModelsFolderIsNotPublished() {
        ServedModel model = model(Dialects.llamaServer(), "");
        Artifact artifact = model.artifact();
        assertEquals(Dialect.LLAMA_SERVER, model.dialect());
        assertEquals("b6000-abcdef12", model.version());
        assertEquals("Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf", artifact.file());
        assertEquals("server", artifact.format());
        assertEquals(OptionalLong.of(8030261312L), artifact.parameters());
        assertEquals(OptionalInt.of(131072), artifact.contextLength());
        assertEquals(OptionalInt.of(4096), artifact.embeddingDimension());
        assertEquals(OptionalInt.of(128256), artifact.vocabulary());
        assertEquals(8.0 * 4912898304L / 8030261312L, artifact.bitsPerWeight().orElseThrow(), 1e-12);
        assertEquals(OptionalInt.of(1024), model.context());
        assertEquals(Optional.empty(), artifact.sha256());
    }

    @Test
    void ollamaTellsWhatTheFileSaysAndTheDigest() {
        ServedModel model = model(Dialects.ollama(), "llama3.2");
        assertEquals(Dialect.OLLAMA, model.dialect());
        assertEquals("llama3.2:latest", model.id());
        assertEquals(Optional.of("llama"), model.artifact().architecture());
        assertEquals(Optional.of("Q4_0"), model.artifact().quantization());
        assertEquals(OptionalInt.of(32), model.artifact().layers());
        assertEquals(OptionalInt.of(8192), model.artifact().contextLength());
        assertEquals(OptionalLong.of(3825819519L), model.artifact().bytes());
        assertEquals(Optional.of("fe938a131f40e6f6d40083c9f0f430a515233eb2edaa6d72eb85c50d64f2300e"), model.revision());
    }

    @Test
    void anOllamaModelOfSomebodysOwnIsKnownByTheServersOtherCalls() {
        StandIn own = Dialects.ollama().on("/v1/models",
                "{\"object\":\"list\",\"data\":[{\"id\":\"me/mine:latest\",\"object\":\"model\",\"owned_by\":\"me\"}]}");
        assertEquals(Dialect.OLLAMA, model(own, "").dialect());
    }

    @Test
    void vllmTellsItsContext() {
        ServedModel model = model(Dialects.vllm(), "");
        assertEquals(Dialect.VLLM, model.dialect());
        assertEquals("0.11.0", model.version());
        assertEquals("Qwen/Qwen3-0.6B-FP8", model.artifact().file());
        assertEquals(OptionalInt.of(32768), model.context());
        assertEquals(OptionalLong.empty(), model.artifact().parameters());
    }

    @Test
    void theServersOfHuggingFaceTellModelAndCommit() {
        ServedModel tgi = model(Dialects.tgi(), "");
        assertEquals(Dialect.TGI, tgi.dialect());
        assertEquals(OptionalInt.of(2048), tgi.context());
        assertEquals(Optional.of("e985a63cdc139290c5f700ff1929f0b5942cced2"), tgi.revision());
        ServedModel tei = model(Dialects.tei(), "thenlper/gte-base");
        assertEquals(Dialect.TEI, tei.dialect());
        assertEquals(OptionalInt.of(512), tei.context());
    }

    @Test
    void aServerThatTellsNothingMoreIsAnsweredWithNothingMore() {
        ServedModel model = model(Dialects.echo(), "some/model");
        assertEquals(Dialect.OPENAI, model.dialect());
        assertEquals("unknown", model.version());
        assertEquals(OptionalInt.empty(), model.context());
    }

    @Test
    void aModelThatIsNotThereIsNotAnsweredByAnother() {
        Refusal wrong = assertThrows(Refusal.class, () -> model(Dialects.llamaServer(), "gpt-4"));
        assertEquals("engine.server.model", wrong.what().key());
        assertEquals(2, wrong.kind().exitCode());
        assertEquals("engine.server.model", assertThrows(Refusal.class, () -> model(Dialects.tei(), "gpt-4")).what().key());
        Refusal several = assertThrows(Refusal.class, () -> model(Dialects.ollama(), ""));
        assertEquals("engine.server.models", several.what().key());
        assertTrue(several.getMessage().contains("llama3.2:latest, all-minilm:latest"), several.getMessage());
    }

    // koboldcpp.py answers Ollama's calls too, in part.
    @Test
    void aServerThatPlaysOllamaIsAskedInTheCommonWay() {
        StandIn kobold = Dialects.ollama().on("/v1/models", "{\"object\":\"list\",\"data\":[{\"id\":\"koboldcpp/gemma\",\"object\":\"model\","
                + "\"created\":1,\"owned_by\":\"koboldcpp\",\"permission\":[],\"root\":\"koboldcpp\"}]}");
        assertEquals(Dialect.OPENAI, model(kobold, "").dialect());
    }

    @Test
    void aNameThatIsNotPlainIsMadePlain() {
        StandIn hostile = Dialects.echo().on("/v1/models", "{\"data\":[{\"id\":\"a\\u001b[2Jb" + "c".repeat(10_000) + "\"}]}");
        String file = model(hostile, "").artifact().file();
        assertTrue(file.startsWith("a [2Jbc"), file);
        assertEquals(202, file.length());
    }

    @Test
    void aServerThatWantsAKeyOrIsStillLoadingIsNotTakenForNone() {
        StandIn locked = new StandIn().on("/v1/models", _ -> StandIn.Reaction.status(401, "{}"));
        assertEquals("engine.server.key", assertThrows(Refusal.class, () -> model(locked, "m")).what().key());
        // tools/server/README.md of llama.cpp: status 503 while the model is loaded.
        StandIn loading = new StandIn().on("/v1/models",
                _ -> StandIn.Reaction.status(503, "{\"error\": {\"code\": 503, \"message\": \"Loading model\", \"type\": \"unavailable_error\"}}"));
        assertEquals("engine.server.busy", assertThrows(Refusal.class, () -> model(loading, "m")).what().key());
    }

    @Test
    void whatIsNoServerOfModelsIsRefused() {
        assertEquals("engine.server.no-list", assertThrows(Refusal.class, () -> model(new StandIn(), "m")).what().key());
        StandIn page = new StandIn().on("/v1/models", "<html>");
        assertEquals("engine.server.no-list", assertThrows(Refusal.class, () -> model(page, "m")).what().key());
    }

    @Test
    void tokenScoresAndBareSpeedNoServerGives() {
        try (StandIn standIn = Dialects.vllm(); ServerEngine engine = standIn.engine("")) {
            assertTrue(engine.scorer().isEmpty());
            assertTrue(engine.speed().isEmpty());
            assertEquals("engine.server.never.token-scores", engine.whyNot(Ability.TOKEN_SCORES).orElseThrow().key());
            assertEquals("engine.server.never.speed", engine.whyNot(Ability.SPEED).orElseThrow().key());
            assertEquals(0, engine.description().threads());
        }
    }

    @Test
    void whatAServerTellsDoesNotSayWhereItIs() {
        String text = Json.write(model(Dialects.llamaServer(), ""));
        assertFalse(text.contains("127.0.0.1"), text);
    }

    @ParameterizedTest
    @CsvSource({"http://h:1/v1,http://h:1/v1,http://h:1", "http://h:1/v1/,http://h:1/v1,http://h:1", "http://h:1,http://h:1/v1,http://h:1",
        "https://h/api,https://h/api,https://h/api", "http://h:1/llama/v1,http://h:1/llama/v1,http://h:1/llama"})
    void theUsualPathIsAddedAndTheOtherCallsLieBesideIt(String base, String api, String root) {
        assertEquals(new ServerAddress(api, root), ServerAddress.of(URI.create(base)));
    }

    @Test
    void serversOnThisMachineAreFound() {
        try (StandIn llama = Dialects.llamaServer(); StandIn tei = Dialects.tei(); StandIn other = new StandIn()) {
            List<LocalServer> found = LocalServers.find(llama.port(), other.port(), tei.port());
            assertEquals(List.of("llama-server", "TEI"), found.stream().map(LocalServer::kind).toList());
            assertEquals(List.of("thenlper/gte-base"), found.getLast().models());
        }
    }

    private static ServedModel model(StandIn standIn, String wanted) {
        try (standIn; ServerClient client = standIn.client()) {
            return new Discovery(client).model(wanted);
        }
    }
}
