package pruefstand.model.gguf;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import pruefstand.Fuzzed;
import pruefstand.model.Artifact;
import pruefstand.text.Refusal;

/** Any bytes may be a GGUF file. */
class GgufFuzz {

    @FuzzTest(maxDuration = "10m")
    void readsAnyHeader(byte[] bytes) throws Exception {
        Optional<GgufHeader> read = Fuzzed.readOrRefused(bytes, Refusal.class,
                () -> GgufHeader.read("model.gguf", Fuzzed.channel(bytes)));
        read.ifPresent(GgufFuzz::checkUse);
    }

    private static void checkUse(GgufHeader header) {
        for (TensorInfo tensor : header.tensors()) {
            assertTrue(tensor.bytes() > 0 && tensor.offset() >= 0 && tensor.offset() + tensor.bytes() <= header.bytes(), tensor.name());
        }
        assertTrue(header.parts() >= 1);
        Artifact artifact = GgufArtifact.of(Path.of("model.gguf"), header);
        assertTrue(LongStream.concat(artifact.parameters().stream(), artifact.activeParameters().stream()).allMatch(count -> count >= 0));
        TokenTraffic.of(header).ifPresent(traffic -> {
            assertTrue(traffic.weights() >= 0 && traffic.weights() <= header.bytes(), "weights " + traffic.weights());
            assertTrue(traffic.valuesPerPosition().orElse(0) >= 0, "values " + traffic.valuesPerPosition());
        });
        assertTrue(TokenTraffic.productsByType(header).values().stream().allMatch(count -> count >= 0));
    }
}
