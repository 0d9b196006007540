package pruefstand.engine.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import pruefstand.Fuzzed;
import pruefstand.engine.Continuation;
import pruefstand.engine.Embedding;
import pruefstand.engine.Engine;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.engine.server.StandIn.Reaction;
import pruefstand.json.JsonException;
import pruefstand.text.Refusal;

/** A server may answer anything. */
class AnswerFuzz {

    private static final GenerationRequest REQUEST = new GenerationRequest(new Prompt.Text("a"), 4, Sampling.GREEDY, List.of("\n\n"));
    private static final ServerAddress ADDRESS = ServerAddress.of(URI.create("http://127.0.0.1:8080"));
    private static final List<Supplier<StandIn>> SERVERS = List.of(Dialects::llamaServer, Dialects::vllm, Dialects::ollama, Dialects::tgi,
            Dialects::tei, Dialects::echo);
    private static final List<String> CALLS = List.of("/v1/models", "/v1/completions", "/v1/chat/completions", "/v1/embeddings",
            "/v1/rerank", "/props", "/tokenize", "/apply-template", "/version", "/api/version", "/api/tags", "/api/show", "/api/generate", "/api/chat", "/chat_tokenize",
            "/api/embed", "/info", "/generate", "/generate_stream", "/embed", "/rerank");

    /** The first byte says which server lies, the second about what; the rest is what it says. */
    @FuzzTest(maxDuration = "10m")
    void believesNoServer(byte[] bytes) throws Exception {
        if (bytes.length < 2) {
            return;
        }
        String said = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_8);
        try (StandIn server = SERVERS.get((bytes[0] & 0xFF) % SERVERS.size()).get()
                .on(CALLS.get((bytes[1] & 0xFF) % CALLS.size()), _ -> Reaction.json(said))) {
            Fuzzed.readOrRefused(bytes, Refusal.class, () -> use(server, bytes));
        }
    }

    private static boolean use(StandIn server, byte[] bytes) throws Exception {
        try (Engine engine = server.engine("")) {
            engine.artifact();
            engine.description();
            return Fuzzed.readOrRefused(bytes, Refusal.class, () -> engine.generator().map(able -> able.generate(REQUEST, _ -> { }))).isPresent()
                    | Fuzzed.readOrRefused(bytes, Refusal.class, () -> engine.continuations()
                            .map(able -> able.score(List.of(new Continuation("ein", " Haus"))))).isPresent()
                    | Fuzzed.readOrRefused(bytes, Refusal.class, () -> engine.encoder().map(able -> sound(able.embed(List.of("a", "b"))))).isPresent()
                    | Fuzzed.readOrRefused(bytes, Refusal.class, () -> engine.reranker().map(able -> able.rerank("a", List.of("b")))).isPresent();
        }
    }

    private static List<Embedding> sound(List<Embedding> embeddings) {
        assertTrue(embeddings.size() == 2 && embeddings.stream().map(Embedding::vector)
                .allMatch(vector -> vector.length == embeddings.getFirst().vector().length));
        return embeddings;
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyEvents(byte[] bytes) throws Exception {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        for (Dialect dialect : Dialect.values()) {
            ServedModel model = new ServedModel(dialect, ServedModel.UNKNOWN, "m", ModelFacts.named("m"), OptionalInt.empty(), Optional.empty());
            OpenAiForm usual = new OpenAiForm(ADDRESS, model);
            for (StreamForm form : List.of(usual, new OllamaForm(ADDRESS, model, OptionalInt.empty()), new TgiForm(ADDRESS, usual))) {
                Fuzzed.readOrRefused(bytes, JsonException.class, () -> gathered(form, lines));
            }
        }
    }

    private static String gathered(StreamForm form, List<String> lines) {
        StringBuilder given = new StringBuilder();
        Pieces pieces = new Pieces(REQUEST.stop(), given::append);
        for (String line : lines) {
            pieces.add(form.read(Answer.read(line), REQUEST), 0);
        }
        pieces.finish(0);
        assertTrue(pieces.text().contentEquals(given) && !pieces.text().contains("\n\n"));
        return pieces.text();
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyFacts(byte[] bytes) throws Exception {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String quoted = Quote.of(Quote.errorIn(text));
        assertTrue(quoted.codePointCount(0, quoted.length()) <= 202 && quoted.chars().noneMatch(Character::isISOControl), quoted);
        Fuzzed.readOrRefused(bytes, JsonException.class, () -> {
            Answer answer = Answer.read(text);
            return List.of(ModelFacts.ofLlamaServer("m", answer), ModelFacts.ofOllama(text, answer, OptionalLong.empty()),
                    Arrays.asList(answer.number(), answer.count(), answer.size(), answer.keys(), answer.at(0)));
        });
    }
}
