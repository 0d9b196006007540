package pruefstand.model.onnx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pruefstand.Fuzzed;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.text.Refusal;

/** Any bytes may be a graph file, and any text its {@code config.json}. */
class OnnxFuzz {

    private final Path weights = Fuzzed.file(this, "weights.bin", new byte[64]);

    @FuzzTest(maxDuration = "10m")
    void readsAnyGraph(byte[] bytes) throws Exception {
        Path graph = weights.resolveSibling("model.onnx");
        Optional<OnnxHeader> read = Fuzzed.readOrRefused(bytes, Refusal.class,
                () -> new GraphReader(new ProtoSource(graph, Fuzzed.channel(bytes))).read());
        read.ifPresent(header -> {
            assertTrue(header.weights().stream().allMatch(tensor -> tensor.values() >= 0 && tensor.bytes() >= 0));
            assertTrue(header.externalFiles().stream()
                    .allMatch(file -> file.startsWith(graph.toAbsolutePath().getParent()) && Files.isRegularFile(file)));
            assertFalse(header.commonestType().isPresent() && header.weights().isEmpty());
        });
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyConfig(byte[] bytes) throws Exception {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<ModelConfig> read = Fuzzed.readOrRefused(bytes, JsonException.class,
                () -> ModelConfig.of(Json.read(text, "config.json", Map.class)));
        read.ifPresent(config -> assertTrue(config.contextLength().orElse(1) >= 1 && config.layers().orElse(0) >= 0
                && config.firstPosition() >= 0 && config.paddingToken() >= 0 && (config.isDecoder() || !config.isFor("CausalLM"))));
    }
}
