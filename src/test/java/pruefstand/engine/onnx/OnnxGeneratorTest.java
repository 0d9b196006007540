package pruefstand.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pruefstand.engine.ChatMessage;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.text.Refusal;

class OnnxGeneratorTest {

    private static final String TEXT = ">aäb€c😀d";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(value = HandMadeDecoder.Kind.class, names = {"WITH_PAST", "WITHOUT_PAST", "FOUR_BITS"})
    void greedyTextIsTheLikeliestTokenEachTime(HandMadeDecoder.Kind kind) throws IOException {
        int[] tokens = Arrays.copyOf(new int[] {256, 'H', 'o', 'f'}, 24);
        for (int next = 4; next < tokens.length; next++) {
            double[] logits = HandMadeDecoder.logits(tokens, next);
            tokens[next] = IntStream.range(0, logits.length).boxed().max((a, b) -> Double.compare(logits[a], logits[b])).orElseThrow();
        }
        assertTrue(Arrays.stream(tokens, 4, tokens.length).noneMatch(token -> token >= 256 || token == 0));
        byte[] bytes = new byte[20];
        IntStream.range(0, 20).forEach(i -> bytes[i] = (byte) tokens[4 + i]);
        try (Engine engine = OnnxEngine.open(HandMadeDecoder.attending(folder, kind), EngineSettings.withThreads(1))) {
            Generation generation = generate(engine, "Hof", 20, Sampling.GREEDY);
            assertEquals(new String(bytes, StandardCharsets.UTF_8), generation.text());
            assertEquals(Generation.End.LENGTH, generation.end());
            assertEquals(4, generation.promptTokens());
            assertEquals(20, generation.tokens());
        }
    }

    // 16 bytes and the token that ends the text; of four bytes of one character, the last brings it.
    @Test
    void piecesAreWholeCharacters() throws IOException {
        List<String> pieces = new ArrayList<>();
        try (Engine engine = chain()) {
            Generation generation = engine.generator().orElseThrow()
                    .generate(new GenerationRequest(new Prompt.Text(">"), 50, Sampling.GREEDY, List.of()), pieces::add);
            assertEquals(List.of("a", "ä", "b", "€", "c", "😀", "d"), pieces);
            assertEquals(TEXT.substring(1), generation.text());
            assertEquals(Generation.End.END_OF_TEXT, generation.end());
            assertEquals(TEXT.getBytes(StandardCharsets.UTF_8).length, generation.tokens());
            assertEquals(7, generation.pieceSeconds().length);
            assertTrue(IntStream.range(1, 7).allMatch(i -> generation.pieceSeconds()[i] >= generation.pieceSeconds()[i - 1]));
        }
    }

    @Test
    void nothingOfAStopTextIsShown() throws IOException {
        List<String> pieces = new ArrayList<>();
        try (Engine engine = chain()) {
            Generation generation = engine.generator().orElseThrow().generate(
                    new GenerationRequest(new Prompt.Text(">"), 50, Sampling.GREEDY, List.of("bx", "b€c", "€cz")), pieces::add);
            assertEquals(Generation.End.STOP, generation.end());
            assertEquals("aä", generation.text());
            assertEquals(List.of("a", "ä"), pieces);
            assertEquals("aäb€c", generate(engine, ">", 8, Sampling.GREEDY).text());
            assertEquals("aäb\uFFFD", generate(engine, ">", 5, Sampling.GREEDY).text());
        }
    }

    @Test
    void theSameSeedDrawsTheSameText() throws IOException {
        try (Engine engine = OnnxEngine.open(HandMadeDecoder.attending(folder, HandMadeDecoder.Kind.WITH_PAST),
                EngineSettings.withThreads(1))) {
            Sampling seven = new Sampling(1, 40, 0.95, 0, 7);
            String text = generate(engine, "Hof", 20, seven).text();
            assertEquals(text, generate(engine, "Hof", 20, seven).text());
            assertNotEquals(text, generate(engine, "Hof", 20, new Sampling(1, 40, 0.95, 0, 8)).text());
            assertEquals(generate(engine, "Hof", 20, Sampling.GREEDY).text(), generate(engine, "Hof", 20, new Sampling(1, 1, 1, 0, 7)).text());
        }
    }

    @Test
    void aConversationIsRefusedWithTheReason() throws IOException {
        try (Engine engine = chain()) {
            Prompt chat = new Prompt.Chat(List.of(new ChatMessage("user", "Hallo")));
            Refusal refusal = assertThrows(Refusal.class, () -> engine.generator().orElseThrow()
                    .generate(new GenerationRequest(chat, 5, Sampling.GREEDY, List.of()), _ -> { }));
            assertEquals("engine.onnx.chat", refusal.what().key());
        }
    }

    @Test
    void aPromptMustLeaveRoom() throws IOException {
        EngineSettings four = new EngineSettings(1, OptionalInt.of(4), Optional.empty(), true);
        try (Engine engine = OnnxEngine.open(HandMadeDecoder.chain(folder, TEXT.getBytes(StandardCharsets.UTF_8)), four)) {
            assertEquals("a", generate(engine, "z>", 9, Sampling.GREEDY).text());
            Refusal refusal = assertThrows(Refusal.class, () -> generate(engine, "zz>", 9, Sampling.GREEDY));
            assertEquals(List.of(4, 4), refusal.what().arguments());
        }
    }

    private Engine chain() throws IOException {
        return OnnxEngine.open(HandMadeDecoder.chain(folder, TEXT.getBytes(StandardCharsets.UTF_8)), EngineSettings.withThreads(1));
    }

    private static Generation generate(Engine engine, String prompt, int most, Sampling sampling) {
        return engine.generator().orElseThrow()
                .generate(new GenerationRequest(new Prompt.Text(prompt), most, sampling, List.of()), _ -> { });
    }
}
