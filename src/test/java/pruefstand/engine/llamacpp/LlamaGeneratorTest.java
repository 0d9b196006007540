package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.ChatMessage;
import pruefstand.engine.ComputeOptions;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.engine.TokenScorer;
import pruefstand.task.Shared;
import pruefstand.text.Refusal;

class LlamaGeneratorTest {

    private static final String CHAT_MODEL = "fixtures/tiny-chatml-f16.gguf";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"tiny-de-en-m-f16.gguf, tiny-de-en-m", "tiny-de-en-xs-f16.gguf, tiny-de-en-xs", "stories260K.gguf, stories260K"})
    void goesOnAsPyTorchDoes(String file, String reference) {
        try (Engine engine = Models.open(file, 1)) {
            for (Object entry : (List<?>) Models.reference("ref/" + reference + ".json").get("greedy")) {
                Map<?, ?> greedy = (Map<?, ?>) entry;
                int[] expected = Models.integers(greedy.get("ids"));
                Generation written = engine.generator().orElseThrow().generate(new GenerationRequest(
                        new Prompt.Text((String) greedy.get("prompt")), expected.length, Sampling.GREEDY, List.of()), _ -> { });
                assertEquals(text(engine.scorer().orElseThrow(), expected), written.text());
                assertEquals(((List<?>) greedy.get("prompt_ids")).size(), written.promptTokens());
                assertEquals(expected.length, written.tokens());
                assertEquals(Generation.End.LENGTH, written.end());
            }
        }
    }

    private static String text(TokenScorer scorer, int... tokens) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Arrays.stream(tokens).mapToObj(scorer::bytesOf).forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theSameSeedWritesTheSameAndOnlyTheLikeliestIsGreedy() {
        try (Engine engine = Models.open("stories260K.gguf", 1)) {
            Sampling free = new Sampling(1.2, 0, 0.95, 0.01, 5);
            String first = written(engine, "Once upon a time", free).text();
            assertEquals(first, written(engine, "Once upon a time", free).text());
            assertNotEquals(first, written(engine, "Once upon a time", new Sampling(1.2, 0, 0.95, 0.01, 6)).text());
            String greedy = written(engine, "Once upon a time", Sampling.GREEDY).text();
            assertEquals(greedy, written(engine, "Once upon a time", new Sampling(2, 1, 1, 0, 9)).text());
            assertNotEquals(greedy, first);
        }
    }

    @Test
    void aStopTextEndsTheAnswerAndIsNoPartOfIt() {
        try (Engine engine = Models.open("stories260K.gguf", 1)) {
            List<String> pieces = new ArrayList<>();
            Generation written = engine.generator().orElseThrow().generate(new GenerationRequest(new Prompt.Text("Once upon a time"),
                    40, Sampling.GREEDY, List.of("Lily. Sh")), pieces::add);
            assertEquals(", there was a little girl named ", written.text());
            assertEquals(Generation.End.STOP, written.end());
            assertEquals(written.text(), String.join("", pieces));
            assertEquals(pieces.size(), written.pieceSeconds().length);
            assertTrue(written.tokens() < 40);
        }
    }

    @Test
    void itEndsWhereTheContextEnds() {
        EngineSettings settings = EngineSettings.withThreads(1).withContext(20);
        try (Engine engine = Models.library().open(Shared.file("models/stories260K.gguf"), settings)) {
            Generation written = written(engine, "Once upon a time", Sampling.GREEDY);
            assertEquals(5, written.promptTokens());
            assertEquals(15, written.tokens());
            Refusal refusal = assertThrows(Refusal.class, () -> written(engine, Models.text("story"), Sampling.GREEDY));
            assertEquals("engine.llamacpp.prompt-long", refusal.what().key());
        }
    }

    @Test
    void anEmptyPromptNeedsATokenThatBegins() {
        try (Engine stories = Models.open("stories260K.gguf", 1); Engine german = Models.open("tiny-de-en-xs-f16.gguf", 1)) {
            assertEquals(1, written(stories, "", Sampling.GREEDY).promptTokens());
            Refusal refusal = assertThrows(Refusal.class, () -> written(german, "", Sampling.GREEDY));
            assertEquals("engine.llamacpp.prompt-empty", refusal.what().key());
        }
    }

    @Test
    void aConversationIsWrittenAsTransformersWritesIt() {
        Map<?, ?> reference = Models.reference("fixtures/ref/tiny-chatml.json");
        List<ChatMessage> messages = ((List<?>) reference.get("messages")).stream().map(message -> (Map<?, ?>) message)
                .map(message -> new ChatMessage((String) message.get("role"), (String) message.get("content"))).toList();
        String opening = "<|im_start|>assistant\n";
        try (LlamaModel model = LlamaModel.load(LibraryLoader.load(Models.location(), _ -> { }), Shared.file("models/" + CHAT_MODEL),
                ComputeOptions.DEFAULT, Optional.empty())) {
            ChatTemplate template = new ChatTemplate(model);
            LlamaVocabulary vocabulary = new LlamaVocabulary(model);
            String three = template.write(messages);
            assertEquals(reference.get("rendered_3_messages") + opening, three);
            String two = template.write(messages.subList(0, 2));
            assertEquals(reference.get("rendered_system_user_with_generation_prompt"), two);
            assertArrayEquals(Models.integers(reference.get("rendered_system_user_with_generation_prompt_token_ids")),
                    vocabulary.tokenizeTemplated(two));
            int[] tokens = vocabulary.tokenizeTemplated(three);
            int[] expected = Models.integers(reference.get("rendered_3_messages_token_ids"));
            assertArrayEquals(expected, Arrays.copyOf(tokens, expected.length));
        }
    }

    @Test
    void onlyATemplateWritesSpecialTokens() {
        try (Engine engine = Models.open(CHAT_MODEL, 1)) {
            Generation text = written(engine, "<|im_end|>", Sampling.GREEDY);
            assertTrue(text.promptTokens() > 1, "as text: " + text.promptTokens());
            // <|im_start|>user⏎Hallo<|im_end|>⏎<|im_start|>assistant⏎
            Generation chat = chat(engine, "Hallo");
            int hallo = engine.scorer().orElseThrow().tokenize("Hallo", false).length;
            int names = engine.scorer().orElseThrow().tokenize("user", false).length
                    + engine.scorer().orElseThrow().tokenize("assistant", false).length;
            assertEquals(3 + 3 + hallo + names, chat.promptTokens());
        }
    }

    @Test
    void aLongConversationIsWrittenWhole() {
        try (LlamaModel model = LlamaModel.load(LibraryLoader.load(Models.location(), _ -> { }), Shared.file("models/" + CHAT_MODEL),
                ComputeOptions.DEFAULT, Optional.empty())) {
            ChatTemplate template = new ChatTemplate(model);
            String long_ = "lang ".repeat(20_000);
            assertEquals("<|im_start|>user\n" + long_ + "<|im_end|>\n<|im_start|>assistant\n",
                    template.write(List.of(new ChatMessage("user", long_))));
            ChatMessage tooLong = new ChatMessage("user", "x".repeat(1 << 22));
            Refusal refusal = assertThrows(Refusal.class, () -> template.write(List.of(tooLong)));
            assertEquals("engine.llamacpp.template-long", refusal.what().key());
        }
    }

    @Test
    void refusesAConversationWithoutATemplateOrWithAStrangeOne() throws IOException {
        try (Engine engine = Models.open("stories260K.gguf", 1)) {
            assertEquals("engine.llamacpp.no-template", assertThrows(Refusal.class, () -> chat(engine, "Hallo")).what().key());
        }
        byte[] bytes = Files.readAllBytes(Shared.file("models/" + CHAT_MODEL));
        String strange = new String(bytes, StandardCharsets.ISO_8859_1).replace("'<|im_start|>", "'<|xx_start|>");
        Path file = Files.write(folder.resolve("strange.gguf"), strange.getBytes(StandardCharsets.ISO_8859_1));
        try (Engine engine = Models.library().open(file, EngineSettings.withThreads(1))) {
            Refusal refusal = assertThrows(Refusal.class, () -> chat(engine, "Hallo"));
            assertEquals("engine.llamacpp.template", refusal.what().key());
            assertTrue(refusal.getMessage().contains("{% for message in messages %}"), refusal.getMessage());
        }
    }

    @Test
    void anEncoderWritesNothing() {
        try (Engine engine = Models.open("tiny-bert-de-en-embed-f16.gguf", 1)) {
            assertTrue(engine.generator().isEmpty());
        }
    }

    private static Generation written(Engine engine, String prompt, Sampling sampling) {
        return engine.generator().orElseThrow().generate(new GenerationRequest(new Prompt.Text(prompt), 40, sampling, List.of()),
                _ -> { });
    }

    private static Generation chat(Engine engine, String said) {
        return engine.generator().orElseThrow().generate(new GenerationRequest(
                new Prompt.Chat(List.of(new ChatMessage("user", said))), 5, Sampling.GREEDY, List.of()), _ -> { });
    }
}
