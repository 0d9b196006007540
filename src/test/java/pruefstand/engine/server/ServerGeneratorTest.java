package pruefstand.engine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pruefstand.engine.Ability;
import pruefstand.engine.ChatMessage;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Generator;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.engine.server.StandIn.Reaction;
import pruefstand.text.Refusal;

/** Streams as the servers' documentation has them; the sources stand at each, and in {@link Dialects}. */
class ServerGeneratorTest {

    private static final Prompt TEXT = new Prompt.Text("Wer ist da");
    private static final Prompt CHAT = new Prompt.Chat(List.of(new ChatMessage("user", "Wer da?")));

    // llama.cpp, tools/server: to_json_oaicompat, comments (": …") as pings, an empty piece first, usage in a last event without choices.
    private static final String LLAMA = events(
            "{\"choices\":[{\"text\":\"\",\"index\":0,\"logprobs\":null,\"finish_reason\":null}],\"object\":\"text_completion\"}",
            "{\"choices\":[{\"text\":\" ja\",\"index\":0,\"logprobs\":null,\"finish_reason\":null}],\"object\":\"text_completion\"}",
            "{\"choices\":[{\"text\":\" wohl\",\"index\":0,\"logprobs\":null,\"finish_reason\":null}],\"object\":\"text_completion\"}",
            "{\"choices\":[{\"text\":\"\",\"index\":0,\"logprobs\":null,\"finish_reason\":\"stop\"}],\"object\":\"text_completion\"}",
            "{\"choices\":[],\"usage\":{\"completion_tokens\":3,\"prompt_tokens\":4,\"total_tokens\":7},\"timings\":{\"prompt_n\":4}}");

    @Test
    void piecesThatAreEmptyAreNone() {
        try (StandIn standIn = llama(LLAMA); ServerEngine engine = standIn.engine("")) {
            List<String> pieces = new ArrayList<>();
            Generation generation = engine.generator().orElseThrow().generate(request(TEXT), pieces::add);
            assertEquals(List.of(" ja", " wohl"), pieces);
            assertEquals(" ja wohl", generation.text());
            assertEquals(4, generation.promptTokens());
            assertEquals(3, generation.tokens());
            assertEquals(Generation.End.END_OF_TEXT, generation.end());
            assertEquals(2, generation.pieceSeconds().length);
            assertTrue(generation.pieceSeconds()[0] > 0 && generation.pieceSeconds()[0] <= generation.pieceSeconds()[1],
                    Arrays.toString(generation.pieceSeconds()));
        }
    }

    @Test
    void llamaServerIsToldEverythingThatItWouldChooseItself() {
        try (StandIn standIn = llama(LLAMA); ServerEngine engine = standIn.engine("")) {
            engine.generator().orElseThrow().generate(
                    new GenerationRequest(TEXT, 16, new Sampling(0.7, 40, 0.9, 0.05, 11), List.of("Ende")), _ -> { });
            Map<?, ?> body = standIn.calls("/v1/completions").getLast().body();
            assertEquals(Map.ofEntries(Map.entry("model", "../models/Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf"),
                    Map.entry("prompt", "Wer ist da"), Map.entry("max_tokens", 16), Map.entry("stream", true),
                    Map.entry("stream_options", Map.of("include_usage", true)), Map.entry("temperature", 0.7), Map.entry("seed", 11),
                    Map.entry("top_k", 40), Map.entry("top_p", 0.9), Map.entry("min_p", 0.05), Map.entry("repeat_penalty", 1.0),
                    Map.entry("cache_prompt", false), Map.entry("stop", List.of("Ende"))), body);
        }
    }

    // vllm/entrypoints/openai/chat_completion/protocol.py: DeltaMessage with reasoning beside content; stop_reason names the stop text.
    @Test
    void aThinkingPartIsPutBackAndCachesAreSalted() {
        String chat = events("{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"Hm.\"},\"finish_reason\":null}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Ich\"},\"finish_reason\":null}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\",\"stop_reason\":\"Ende\"}]}",
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4,\"total_tokens\":7}}");
        try (StandIn standIn = Dialects.vllm().on("/v1/chat/completions", _ -> Reaction.stream(chat)).on("/v1/completions",
                _ -> Reaction.stream(LLAMA)); ServerEngine engine = standIn.engine("")) {
            Generator generator = engine.generator().orElseThrow();
            Generation generation = generator.generate(new GenerationRequest(CHAT, 8, Sampling.GREEDY, List.of("Ende")), _ -> { });
            generator.generate(request(CHAT), _ -> { });
            assertEquals("<think>Hm.</think>Ich", generation.text());
            assertEquals(Generation.End.STOP, generation.end());
            List<StandIn.Call> calls = standIn.calls("/v1/chat/completions");
            assertEquals(List.of(Map.of("role", "user", "content", "Wer da?")), calls.getFirst().body().get("messages"));
            assertNotEquals(calls.get(0).body().get("cache_salt"), calls.get(1).body().get("cache_salt"));
        }
    }

    // docs/api.md of Ollama: objects, one a line; the last has done, done_reason and the counts.
    @Test
    void ollamaIsAskedInItsOwnWaySoThatATextStaysAsItIs() {
        String lines = """
                {"model":"llama3.2","created_at":"2023-08-04T08:52:19.385406455-07:00","response":"The","done":false}
                {"model":"llama3.2","created_at":"2023-08-04T08:52:20.385406455-07:00","response":" sky","done":false}
                {"model":"llama3.2","created_at":"2023-08-04T19:22:45.499127Z","response":"","done":true,"done_reason":"length",\
                "total_duration":10706818083,"prompt_eval_count":26,"eval_count":2}
                """;
        try (StandIn standIn = Dialects.ollama().on("/api/generate", _ -> Reaction.stream(lines));
                ServerEngine engine = standIn.engine("llama3.2")) {
            Generation generation = engine.generator().orElseThrow().generate(request(TEXT), _ -> { });
            assertEquals("The sky", generation.text());
            assertEquals(26, generation.promptTokens());
            assertEquals(2, generation.tokens());
            assertEquals(Generation.End.LENGTH, generation.end());
            Map<?, ?> body = standIn.calls("/api/generate").getLast().body();
            assertEquals(true, body.get("raw"));
            assertEquals(1.0, ((Map<?, ?>) body.get("options")).get("repeat_penalty"));
            assertEquals("llama3.2:latest", body.get("model"));
        }
    }

    // docs/openapi.json of TGI: StreamResponse with token; details (StreamDetails) in the last.
    @Test
    void tgiIsAskedInItsOwnWaySinceItsOtherCallForgetsTopP() {
        String stream = events("{\"index\":1,\"token\":{\"id\":5,\"text\":\" ja\",\"logprob\":-0.1,\"special\":false},\"generated_text\":null,\"details\":null}",
                "{\"index\":2,\"token\":{\"id\":2,\"text\":\"</s>\",\"logprob\":-0.1,\"special\":true},\"generated_text\":\" ja\","
                        + "\"details\":{\"finish_reason\":\"eos_token\",\"generated_tokens\":2,\"input_length\":3,\"seed\":null}}");
        try (StandIn standIn = Dialects.tgi().on("/generate_stream", _ -> Reaction.stream(stream)); ServerEngine engine = standIn.engine("")) {
            Generation generation = engine.generator().orElseThrow()
                    .generate(new GenerationRequest(TEXT, 8, new Sampling(1, 0, 0.5, 0, 3), List.of()), _ -> { });
            assertEquals(" ja", generation.text());
            assertEquals(3, generation.promptTokens());
            assertEquals(Generation.End.END_OF_TEXT, generation.end());
            assertEquals(Map.of("max_new_tokens", 8, "stop", List.of(), "do_sample", true, "details", true, "temperature", 1.0,
                    "seed", 3, "top_p", 0.5), standIn.calls("/generate_stream").getLast().body().get("parameters"));
        }
    }

    @Test
    void aStreamWithoutAnEndIsNotTakenForWhole() {
        String half = LLAMA.substring(0, LLAMA.indexOf("\"finish_reason\":\"stop\""));
        for (Reaction broken : List.of(Reaction.stream(half.substring(0, half.lastIndexOf("data:"))), Reaction.stream(LLAMA).cutOff(),
                Reaction.stream(events("{\"error\":{\"code\":500,\"message\":\"out of memory\"}}")))) {
            try (StandIn standIn = llama(LLAMA); ServerEngine engine = standIn.engine("")) {
                Generator generator = engine.generator().orElseThrow();
                String body = broken.body().replace("data: [DONE]\n\n", "");
                standIn.on("/v1/completions", _ -> new Reaction(200, broken.headers(), body, broken.cut()));
                Refusal refusal = assertThrows(Refusal.class, () -> generator.generate(request(TEXT), _ -> { }));
                assertEquals("engine.server.cut", refusal.what().key());
                assertEquals(3, refusal.kind().exitCode());
            }
        }
    }

    @Test
    void whatIsNoJsonIsSaid() {
        try (StandIn standIn = llama(LLAMA); ServerEngine engine = standIn.engine("")) {
            Generator generator = engine.generator().orElseThrow();
            standIn.on("/v1/completions", _ -> Reaction.stream("data: {\"choices\": [\n\n"));
            assertEquals("engine.server.shape",
                    assertThrows(Refusal.class, () -> generator.generate(request(TEXT), _ -> { })).what().key());
        }
    }

    // The text has two tokens, the prompt four with the one that begins it: 300 and 40 are neither.
    @Test
    void usageThatCannotBeRightIsNotRecorded() {
        for (String lie : List.of(LLAMA.replace("\"completion_tokens\":3", "\"completion_tokens\":300"),
                LLAMA.replace("\"prompt_tokens\":4", "\"prompt_tokens\":40"))) {
            try (StandIn standIn = llama(LLAMA); ServerEngine engine = standIn.engine("")) {
                Generator generator = engine.generator().orElseThrow();
                standIn.on("/v1/completions", _ -> Reaction.stream(lie));
                assertEquals("engine.server.usage",
                        assertThrows(Refusal.class, () -> generator.generate(request(TEXT), _ -> { })).what().key());
            }
        }
    }

    @Test
    void usageThatIsMissingIsCountedWhereTheServerCanCount() {
        String without = LLAMA.replace("\"usage\":{\"completion_tokens\":3,\"prompt_tokens\":4,\"total_tokens\":7}", "\"usage\":null");
        try (StandIn standIn = llama(without); ServerEngine engine = standIn.engine("")) {
            Generation generation = engine.generator().orElseThrow().generate(request(TEXT), _ -> { });
            assertEquals(4, generation.promptTokens());
            assertEquals(2, generation.tokens());
        }
        try (StandIn standIn = Dialects.echo().on("/v1/completions", _ -> Reaction.stream(without)); ServerEngine engine = standIn.engine("")) {
            assertTrue(engine.generator().isEmpty());
            assertEquals("engine.server.ignored.generation", engine.whyNot(Ability.GENERATION).orElseThrow().key());
        }
    }

    @Test
    void aFilterThatTheServerDoesNotKnowIsRefused() {
        try (StandIn standIn = Dialects.echo().on("/v1/completions", _ -> Reaction.stream(LLAMA)); ServerEngine engine = standIn.engine("")) {
            Generator generator = engine.generator().orElseThrow();
            Refusal refusal = assertThrows(Refusal.class,
                    () -> generator.generate(new GenerationRequest(TEXT, 8, new Sampling(1, 5, 1, 0, 3), List.of()), _ -> { }));
            assertEquals("engine.server.sampling", refusal.what().key());
            assertEquals(2, refusal.kind().exitCode());
        }
    }

    // docs.openwebui.com, API endpoints: conversations only.
    @Test
    void aGatewayThatKnowsConversationsOnlySaysSoWhenGivenAText() {
        String chat = events("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Ich\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}");
        try (StandIn standIn = Dialects.echo().on("/v1/completions", _ -> Reaction.status(404, "{\"detail\":\"Not Found\"}"))
                .on("/v1/chat/completions", _ -> Reaction.stream(chat)); ServerEngine engine = standIn.engine("")) {
            Generator generator = engine.generator().orElseThrow();
            assertEquals("Ich", generator.generate(request(CHAT), _ -> { }).text());
            assertEquals("engine.server.chat-only",
                    assertThrows(Refusal.class, () -> generator.generate(request(TEXT), _ -> { })).what().key());
        }
    }

    @Test
    void aStopTextIsCutOffEvenWhereItComesInPieces() {
        Pieces pieces = new Pieces(List.of("ENDE"), _ -> { });
        for (String said : List.of("Gut. EN", "T EN", "DE und mehr")) {
            pieces.add(new Step("", said, Optional.empty(), OptionalInt.empty(), OptionalInt.empty()), 1);
        }
        pieces.finish(2);
        assertEquals("Gut. ENT ", pieces.text());
        assertTrue(pieces.isStopped());
        assertFalse(pieces.text().contains("ENDE"));
    }

    private static StandIn llama(String stream) {
        return Dialects.llamaServer().on("/v1/completions", _ -> Reaction.stream(stream));
    }

    private static GenerationRequest request(Prompt prompt) {
        return new GenerationRequest(prompt, 8, Sampling.GREEDY, List.of());
    }

    private static String events(String... data) {
        return ": ping\n\n" + Stream.of(data).map(event -> "data: " + event + "\n\n").collect(Collectors.joining()) + "data: [DONE]\n\n";
    }
}
