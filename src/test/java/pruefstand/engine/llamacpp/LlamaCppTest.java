package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.SpeedProbe;
import pruefstand.engine.SpeedTest;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenSequence;
import pruefstand.task.Shared;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

class LlamaCppTest {

    @TempDir
    private Path folder;

    @Test
    void saysItsVersionAndWhatComputes() {
        LlamaCpp llama = Models.library();
        assertEquals("0.5.0", llama.version().substring(0, 5));
        assertTrue(llama.backend().contains("CPU"), llama.backend());
    }

    @Test
    void theLogGoesToTheReceiverLineByLine() {
        List<LogLine> lines = Collections.synchronizedList(new ArrayList<>());
        Path home = Path.of(System.getProperty("pruefstand.home"));
        LlamaCpp llama = LlamaCpp.load(NativeLibrary.find(Optional.empty(), home), lines::add);
        try (Engine engine = llama.open(Shared.file("models/stories260K.gguf"), EngineSettings.withThreads(1))) {
            assertEquals("llama.cpp", engine.description().name());
        }
        assertTrue(lines.stream().anyMatch(line -> line.text().contains("general.architecture")), lines.toString());
        assertTrue(lines.stream().noneMatch(line -> line.text().contains("\n") || line.text().isEmpty()));
    }

    @Test
    void theContextIsNeverLargerThanTrained() {
        assertEquals(512, contextWhenWanted(OptionalInt.of(100_000)));
        assertEquals(100, contextWhenWanted(OptionalInt.of(100)));
        assertEquals(512, contextWhenWanted(OptionalInt.empty()));
    }

    private static int contextWhenWanted(OptionalInt wanted) {
        EngineSettings settings = new EngineSettings(1, wanted, Optional.empty(), true);
        try (Engine engine = Models.library().open(Shared.file("models/stories260K.gguf"), settings)) {
            return engine.scorer().orElseThrow().contextLength();
        }
    }

    @Test
    void aContextThatIsNoRoundNumberCanBeFilled() {
        EngineSettings settings = new EngineSettings(1, OptionalInt.of(77), Optional.empty(), true);
        try (Engine engine = Models.library().open(Shared.file("models/stories260K.gguf"), settings)) {
            TokenScorer scorer = engine.scorer().orElseThrow();
            int[] tokens = Arrays.copyOf(scorer.tokenize(Models.text("story"), true), 78);
            assertEquals(77, scorer.score(List.of(new TokenSequence(tokens, 1))).getFirst().logLikelihoods().length);
        }
    }

    @Test
    void refusesAFileThatIsMissing() {
        Refusal refusal = assertThrows(Refusal.class, () -> open(folder.resolve("no.gguf")));
        assertEquals(RefusalKind.MISSING_PART, refusal.kind());
    }

    @Test
    void refusesATruncatedFileBeforeNativeCodeSeesIt() throws IOException {
        byte[] whole = Files.readAllBytes(Shared.file("models/stories260K.gguf"));
        Path cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, whole.length - 100_000));
        Refusal refusal = assertThrows(Refusal.class, () -> open(cut));
        assertEquals(RefusalKind.INPUT, refusal.kind());
        assertEquals("model.gguf.outside", refusal.what().key());
    }

    @Test
    void refusesWhatLlamaCppCannotUseWithItsReason() {
        Path adapter = Shared.file("models/fixtures/tiny-de-en-m-lora-r4-f32.gguf");
        Refusal refusal = assertThrows(Refusal.class, () -> open(adapter));
        assertEquals("engine.llamacpp.model", refusal.what().key());
        assertTrue(refusal.getMessage().contains("llama.context_length"), refusal.getMessage());
    }

    @Test
    void refusesAPartOfAModel() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(0x46554747).putInt(3).putLong(0)
                .putLong(1).putLong(11).put("split.count".getBytes(StandardCharsets.UTF_8)).putInt(2).putShort((short) 3);
        Path part = Files.write(folder.resolve("part.gguf"), bytes.array());
        Refusal refusal = assertThrows(Refusal.class, () -> open(part));
        assertEquals("engine.llamacpp.split", refusal.what().key());
        assertTrue(refusal.getMessage().contains("3 parts"), refusal.getMessage());
    }

    @Test
    void refusesToWorkOnceClosed() {
        Engine engine = Models.open("stories260K.gguf", 1);
        TokenScorer scorer = engine.scorer().orElseThrow();
        SpeedProbe speed = engine.speed().orElseThrow();
        List<TokenSequence> sequences = List.of(new TokenSequence(new int[] {1, 2, 3}, 1));
        scorer.score(sequences);
        engine.close();
        engine.close();
        assertThrows(IllegalStateException.class, () -> scorer.score(sequences));
        assertThrows(IllegalStateException.class, () -> scorer.tokenize("a", true));
        assertThrows(IllegalStateException.class, () -> scorer.bytesOf(5));
        assertThrows(IllegalStateException.class, () -> speed.run(new SpeedTest(4, 0, 0, 512, 7)));
        Engine bert = Models.open("tiny-bert-de-en-embed-f16.gguf", 1);
        Encoder encoder = bert.encoder().orElseThrow();
        bert.close();
        assertThrows(IllegalStateException.class, () -> encoder.embed(List.of("a")));
    }

    private static Engine open(Path file) {
        return Models.library().open(file, EngineSettings.withThreads(1));
    }
}
