package pruefstand.engine.llamacpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Adapter;
import pruefstand.task.Shared;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

class LlamaAdapterTest {

    private static final Path ADAPTER = Shared.file("models/fixtures/tiny-de-en-m-lora-r4-f32.gguf");

    @TempDir
    private Path folder;

    /** The base's weights of 16 bits round activations: up to 4e-3 on one token, as the fixtures' README says. */
    @ParameterizedTest
    @CsvSource({"1, scale_1_0", "0.5, scale_0_5"})
    void aScaledAdapterChangesScoresAsInPyTorch(double scale, String name) {
        Map<?, ?> expected = Models.reference("fixtures/ref/tiny-de-en-m-lora-r4.json");
        try (Engine engine = open("tiny-de-en-m-f16.gguf", new Adapter(ADAPTER, scale))) {
            assertArrayEquals(Models.numbers(Models.at(expected, name, "sequence", "loglik")),
                    FixturesTest.sequence(engine, expected, name, "sequence"), 5e-3);
            assertEquals(Math.log(Models.number(expected, name, "text", "ppl")), Math.log(FixturesTest.perplexity(engine)), 1e-4);
            assertEquals("tiny-de-en-m-lora-r4-f32.gguf", engine.description().settings().get("lora"));
            assertEquals(scale, engine.description().settings().get("lora_scale"));
        }
    }

    @Test
    void aScaleOfZeroIsTheBaseAlone() {
        Map<?, ?> expected = Models.reference("fixtures/ref/tiny-de-en-m-lora-r4.json");
        try (Engine none = open("tiny-de-en-m-f16.gguf", new Adapter(ADAPTER, 0))) {
            assertArrayEquals(Models.numbers(Models.at(expected, "base_reference", "sequence", "loglik")),
                    FixturesTest.sequence(none, expected, "base_reference", "sequence"), 5e-3);
        }
    }

    @Test
    void itIsAddedToAQuantizedBaseToo() {
        try (Engine engine = open("tiny-de-en-m-q8_0.gguf", new Adapter(ADAPTER, 1))) {
            assertEquals(Math.log(30.6909), Math.log(FixturesTest.perplexity(engine)), 3e-3);
        }
    }

    @ParameterizedTest
    @CsvSource({"tiny-de-en-xs-f16.gguf, wrong base model", "fixtures/tiny-qwen3-f32.gguf, arch mismatch"})
    void anotherBaseIsRefusedWithTheReason(String base, String reason) {
        Refusal refusal = assertThrows(Refusal.class, () -> open(base, new Adapter(ADAPTER, 1)));
        assertEquals(RefusalKind.INPUT, refusal.kind());
        assertEquals("engine.llamacpp.adapter", refusal.what().key());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void whatIsNoAdapterNeverReachesNativeCode() throws IOException {
        Adapter model = new Adapter(Shared.file("models/tiny-de-en-xs-f16.gguf"), 1);
        assertEquals("engine.llamacpp.no-adapter",
                assertThrows(Refusal.class, () -> open("tiny-de-en-m-f16.gguf", model)).what().key());
        byte[] whole = Files.readAllBytes(ADAPTER);
        Adapter cut = new Adapter(Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, whole.length - 5000)), 1);
        assertEquals("model.gguf.outside", assertThrows(Refusal.class, () -> open("tiny-de-en-m-f16.gguf", cut)).what().key());
        Adapter missing = new Adapter(folder.resolve("no.gguf"), 1);
        assertEquals(RefusalKind.MISSING_PART,
                assertThrows(Refusal.class, () -> open("tiny-de-en-m-f16.gguf", missing)).kind());
        assertThrows(IllegalArgumentException.class, () -> new Adapter(ADAPTER, Double.NaN));
    }

    private static Engine open(String base, Adapter adapter) {
        return Models.library().open(Shared.file("models/" + base), EngineSettings.withThreads(1).withContext(256).with(adapter));
    }
}
