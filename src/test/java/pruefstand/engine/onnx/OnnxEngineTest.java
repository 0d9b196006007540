package pruefstand.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.model.EngineDescription;
import pruefstand.text.Refusal;

class OnnxEngineTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatMeasuresAndWhatIsMeasured() {
        try (Engine engine = Exports.open("embed", 2)) {
            assertEquals(new EngineDescription("onnxruntime", "1.28.0", "CPU", 2,
                    Map.of("batch_tokens", 1024, "context", 256, "normalize", true, "pooling", "mean")), engine.description());
            assertEquals("1.28.0", OnnxEngine.version());
            assertEquals("tiny-bert-de-en-embed", engine.artifact().file());
        }
    }

    @Test
    void refusesATokenizerThatIsNone() throws IOException {
        Path export = Exports.copy("embed", folder.resolve("export"));
        Files.writeString(export.resolve("tokenizer.json"), "{}");
        refuses("engine.onnx.tokenizer", export);
    }

    @Test
    void refusesAGraphThatTheRuntimeCannotUse() throws IOException {
        Path export = Exports.copy("embed", folder.resolve("export"));
        replace(export.resolve("model.onnx"), "LayerNormalization", "LayerNormalisation");
        refuses("engine.onnx.model", export);
    }

    @Test
    void refusesAGraphThatWantsMoreThanAText() throws IOException {
        Path export = Exports.copy("embed", folder.resolve("export"));
        replace(export.resolve("model.onnx"), "attention_mask", "attention_musk");
        refuses("engine.onnx.input", export);
    }

    @Test
    void refusesABrokenGraphBeforeTheRuntimeSeesIt() throws IOException {
        Path export = Exports.copy("embed", folder.resolve("export"));
        byte[] whole = Files.readAllBytes(export.resolve("model.onnx"));
        Files.write(export.resolve("model.onnx"), Arrays.copyOf(whole, whole.length / 2));
        refuses("model.onnx.length", export);
    }

    @Test
    void oneThatIsClosedSaysSo() {
        Engine engine = Exports.open("embed", 1);
        Encoder encoder = engine.encoder().orElseThrow();
        engine.close();
        engine.close();
        assertThrows(IllegalStateException.class, () -> encoder.embed(List.of("Zu spät.")));
    }

    private static void refuses(String key, Path export) {
        Refusal refusal = assertThrows(Refusal.class, () -> OnnxEngine.open(export, EngineSettings.withThreads(1)).close());
        assertEquals(key, refusal.what().key());
        assertTrue(refusal.getMessage().contains("export"), refusal.getMessage());
    }

    private static void replace(Path file, String name, String other) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains(name), name);
        Files.write(file, bytes.replace(name, other).getBytes(StandardCharsets.ISO_8859_1));
    }
}
