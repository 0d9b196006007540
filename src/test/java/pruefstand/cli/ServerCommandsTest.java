package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.server.Dialects;
import pruefstand.engine.server.StandIn;
import pruefstand.engine.server.StandIn.Reaction;
import pruefstand.json.Json;

/** Models behind servers from the command line, through workers; what the stand-ins say is documented in {@link Dialects}. */
class ServerCommandsTest {

    /** A variable that is set everywhere, in place of one that holds a key. */
    private static final String KEY = "PATH";

    // vllm/entrypoints/openai/completion/protocol.py: CompletionStreamResponse; usage in a last event without choices.
    private static final String STREAM = Stream.of("{\"choices\":[{\"index\":0,\"text\":\" ja\",\"logprobs\":null,\"finish_reason\":null}]}",
            "{\"choices\":[{\"index\":0,\"text\":\" wohl\",\"logprobs\":null,\"finish_reason\":\"stop\",\"stop_reason\":null}]}",
            "{\"choices\":[],\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":2,\"total_tokens\":6}}", "[DONE]")
            .map(event -> "data: " + event + "\n\n").collect(Collectors.joining());

    private final StandIn encoder = Dialects.llamaServer();
    private final StandIn decoder = Dialects.vllm();

    @TempDir
    private Path folder;

    record Vector(int index, double[] embedding) {
    }

    record Scores(double[] scores) {
    }

    @AfterEach
    void stop() {
        encoder.close();
        decoder.close();
    }

    @Test
    void embedAndRerankTakeAnAddress() {
        vectors();
        encoder.on("/v1/rerank", call -> Reaction.json(Json.write(Map.of("results", IntStream
                .range(0, ((List<?>) call.body().get("documents")).size()).mapToObj(i -> Map.of("index", i, "relevance_score", -i)).toList()))));
        ProgramRun embed = ProgramRun.in(folder, "ja\nnein\n", new String[] {"embed", "--json", "--no-normalize", "--model", address(encoder)});
        assertEquals(0, embed.code(), embed.err());
        List<Vector> vectors = embed.out().lines().map(line -> Json.read(line, "embed", Vector.class)).toList();
        assertArrayEquals(new double[] {2, 0, 1}, vectors.getFirst().embedding());
        assertArrayEquals(new double[] {4, 1, 1}, vectors.getLast().embedding());
        ProgramRun rerank = ProgramRun.in(folder, "{\"query\":\"q\",\"documents\":[\"a\",\"b\"]}",
                new String[] {"rerank", "--model", address(encoder)});
        assertArrayEquals(new double[] {0, -1}, Json.read(rerank.out(), "rerank", Scores.class).scores());
    }

    @Test
    void generateStreamsFromTheModelThatTheAddressNames() {
        decoder.on("/v1/completions", _ -> Reaction.stream(STREAM));
        String named = address(decoder) + "#Qwen/Qwen3-0.6B-FP8";
        ProgramRun plain = ProgramRun.in(folder, "generate", "--prompt", "Wer ist da", "-n", "8", "--model", named);
        assertEquals(0, plain.code(), plain.err());
        assertEquals(" ja wohl", plain.out().stripTrailing());
        ProgramRun run = ProgramRun.in(folder, "generate", "--json", "--prompt", "Wer ist da", "-n", "8", "--model", named);
        Map<?, ?> report = Json.read(run.out(), "generate", Map.class);
        assertEquals(List.of(" ja wohl", 4, 2, "end_of_text"),
                List.of(report.get("text"), report.get("prompt_tokens"), report.get("tokens"), report.get("end")));
        assertEquals("Qwen/Qwen3-0.6B-FP8", decoder.calls("/v1/completions").getLast().body().get("model"));
        expect(2, "has no model", "generate", "--prompt", "Wer ist da", "--model", address(decoder) + "#other");
    }

    @Test
    void aServerThatCannotWriteSaysWhyInOneLine() {
        expect(2, "does not generate text", "generate", "--prompt", "Wer ist da", "--model", address(encoder));
        encoder.close();
        expect(3, "does not answer", "generate", "--prompt", "Wer ist da", "--model", address(encoder));
        ProgramRun rerank = ProgramRun.in(folder, "{\"query\":\"q\",\"documents\":[\"a\"]}", new String[] {"rerank", "--model", address(encoder)});
        assertEquals(3, rerank.code(), rerank.err());
    }

    @Test
    void whatServersCannotDoIsSaidInOneLine() throws IOException {
        Files.writeString(folder.resolve("text.txt"), "Ein Text.\n");
        expect(2, "needs a model file", "perplexity", "--model", address(decoder), "--text-file", "text.txt");
        expect(2, "--embeddings", "embed", "--model", address(encoder));
        expect(2, "--pooling", "embed", "--pooling", "mean", "--model", address(encoder));
    }

    @Test
    void aServerThatDoesNotAnswerIsAMissingPart() {
        encoder.close();
        expect(3, "does not answer", "embed", "--model", address(encoder));
    }

    @Test
    void doctorListsTheServersOfThisMachine() {
        assertTrue(Json.read(ProgramRun.in(folder, "doctor", "--json").out(), "doctor", Map.class).get("servers") instanceof List<?>);
        assertTrue(ProgramRun.in(folder, "doctor").out().lines().anyMatch(line -> line.startsWith("server")));
    }

    @Test
    void aKeyInAnAddressIsRefusedAndNotShown() {
        ProgramRun run = expect(2, "api_key_env", "embed", "--model", "http://me:geheim@127.0.0.1:1/v1#m");
        assertFalse(run.err().contains("geheim"), run.err());
    }

    @Test
    void evalMeasuresWhatAServerCanAndSaysWhyNotTheRest() throws IOException {
        vectors();
        workspace();
        ProgramRun eval = ProgramRun.in(folder, "eval", "--json");
        assertEquals(0, eval.code(), eval.err());
        Map<String, Map<?, ?>> records = eval.out().lines().map(line -> (Map<?, ?>) Json.read(line, "eval", Map.class))
                .collect(Collectors.toMap(record -> (String) ((Map<?, ?>) record.get("task")).get("name"), record -> record));
        assertEquals("ok", records.get("paare").get("status"), eval.err());
        assertEquals("server", ((Map<?, ?>) records.get("paare").get("artifact")).get("format"));
        assertEquals("Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf", ((Map<?, ?>) records.get("paare").get("artifact")).get("file"));
        assertEquals("llama-server", ((Map<?, ?>) records.get("paare").get("engine")).get("name"));
        assertEquals(null, records.get("paare").get("peak_memory_bytes"), "the worker's memory is not the model's");
        assertEquals("skipped", records.get("text").get("status"));
        assertTrue(records.get("text").get("reason").toString().contains("servers do not say which tokens they read"), eval.out());
        assertEquals("", ProgramRun.in(folder, "eval", "--json").out(), "the same server would say the same");
        assertEquals(Optional.of("Bearer " + System.getenv(KEY)), encoder.calls("/v1/embeddings").getFirst().authorization());
        encoder.on("/props", "{\"build_info\": \"b7000-newer\"}");
        encoder.on("/v1/embeddings", _ -> Reaction.status(400, "{\"error\":\"at " + encoder.base() + " with " + System.getenv(KEY) + "\"}"));
        Map<?, ?> other = Json.read(ProgramRun.in(folder, "eval", "--json").out(), "eval", Map.class);
        assertEquals("skipped", other.get("status"), "another version may give other vectors, or none");
        assertTrue(other.get("reason").toString().contains("status 400: at … with …"), other.toString());
        recordsTellNothingAboutTheServer();
    }

    private void recordsTellNothingAboutTheServer() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("eval/results"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("127.0.0.1"), text);
                assertFalse(text.contains(System.getenv(KEY)), text);
            }
        }
    }

    @Test
    void aServerThatFailsMidwayCostsOneRecordAndIsAskedAgainNextTime() throws IOException {
        vectors();
        workspace();
        encoder.on("/v1/embeddings", call -> vector(call).body().contains("[7") ? vector(call).cutOff() : vector(call));
        ProgramRun eval = ProgramRun.in(folder, "eval", "--tasks", "paare", "--json");
        assertEquals(1, eval.code());
        Map<?, ?> record = Json.read(eval.out(), "eval", Map.class);
        assertEquals("failed", record.get("status"));
        assertTrue(record.get("reason").toString().contains("broke off"), eval.out());
        vectors();
        assertEquals("ok", Json.read(ProgramRun.in(folder, "eval", "--tasks", "paare", "--json").out(), "eval", Map.class).get("status"));
    }

    @Test
    void aServerThatIsOffIsLeftOutOfARunAndListedWithItsAddress() throws IOException {
        workspace();
        assertTrue(ProgramRun.in(folder, "models").out().contains("needs a server at http://127.0.0.1:" + encoder.port() + "/v1"));
        encoder.close();
        ProgramRun eval = ProgramRun.in(folder, "eval", "--tasks", "paare", "--json");
        assertEquals(0, eval.code(), eval.err());
        assertEquals("", eval.out());
        assertTrue(eval.err().contains("does not answer"), eval.err());
    }

    /** Length, number of the letter e, one. */
    private void vectors() {
        encoder.on("/v1/embeddings", ServerCommandsTest::vector);
    }

    private static Reaction vector(StandIn.Call call) {
        String text = (String) call.body().get("input");
        long letters = text.chars().filter(unit -> unit == 'e').count();
        return Reaction.json("{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[" + text.length() + "," + letters
                + ",1]}],\"usage\":{\"prompt_tokens\":3,\"total_tokens\":3}}");
    }

    private void workspace() throws IOException {
        Files.createDirectories(folder.resolve("eval/tasks"));
        Files.writeString(folder.resolve("reviews.txt"), "winzig/2026-11-21: Klein.\n");
        Files.writeString(folder.resolve("pruefstand.yaml"), "catalogue: reviews.txt\ntasks: [eval/tasks]\n");
        Files.writeString(folder.resolve("eval/models.yaml"), """
                models:
                  - name: winzig
                    kind: encoder
                    variants:
                      - {name: served, server: "%s", api_key_env: %s}
                  - name: groß
                    kind: decoder
                    variants:
                      - {name: FP8, server: "%s", model: Qwen/Qwen3-0.6B-FP8}
                """.formatted(encoder.base(), KEY, decoder.base()));
        Files.writeString(folder.resolve("eval/tasks/paare.yaml"), "name: paare\nversion: 1\nkind: sts\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ndata: {test: paare.jsonl}\nscale: {min: 0, max: 5}\n");
        Files.writeString(folder.resolve("eval/tasks/paare.jsonl"), IntStream.range(0, 6)
                .mapToObj(i -> "{\"sentence1\":\"" + "e".repeat(i) + "x\",\"sentence2\":\"" + "e".repeat(5 - i) + "xy\",\"score\":" + i % 6 + "}\n")
                .collect(Collectors.joining()));
        Files.writeString(folder.resolve("eval/tasks/text.yaml"), "name: text\nversion: 1\nkind: perplexity\nlanguages: [de]\n"
                + "description: {de: A, en: B}\ndata: {text: text.txt}\n");
        Files.writeString(folder.resolve("eval/tasks/text.txt"), "Ein Text.\n");
    }

    private static String address(StandIn server) {
        return server.base().toString();
    }

    private ProgramRun expect(int code, String words, String... arguments) {
        ProgramRun run = ProgramRun.in(folder, "Wort\n", arguments);
        assertEquals(code, run.code(), run.err());
        assertTrue(run.err().contains(words), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
        return run;
    }
}
