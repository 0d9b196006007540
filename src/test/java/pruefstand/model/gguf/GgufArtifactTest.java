package pruefstand.model.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.model.Artifact;
import pruefstand.task.Shared;

/** The figures are those of the README files beside the models, and of the training scripts' own counts. */
class GgufArtifactTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        // file, architecture, parameters, active, bytes, layers, width, context, quantization, vocabulary
        "tiny-de-en-m-f16, llama, 2885376, 2885376, 5834816, 3, 256, 256, F16, 2048",
        "tiny-de-en-m-q8_0, llama, 2885376, 2885376, 3131520, 3, 256, 256, Q8_0, 2048",
        "tiny-de-en-m-q4_0, llama, 2885376, 2885376, 1824896, 3, 256, 256, Q4_0, 2048",
        "tiny-de-en-m-q4_k_m, llama, 2885376, 2885376, 1884032, 3, 256, 256, Q4_K_M, 2048",
        "tiny-de-en-xs-f16, llama, 278976, 278976, 619328, 3, 64, 256, F16, 2048",
        "tiny-de-en-xs-q8_0, llama, 278976, 278976, 358272, 3, 64, 256, Q8_0, 2048",
        "tiny-de-en-xs-q4_0, llama, 278976, 278976, 284544, 3, 64, 256, Q4_0, 2048",
        "stories260K, llama, 260032, 260032, 1054784, 5, 64, 512, F32, 512",
        "stories260K-f16, llama, 260032, 260032, 536128, 5, 64, 512, F16, 512",
        "stories260K-q8_0, llama, 260032, 260032, 344800, 5, 64, 512, Q8_0, 512",
        "tiny-bert-de-en-embed-f16, bert, 1350656, 1350656, 2861536, 4, 128, 256, F16, 4096",
        "fixtures/tiny-qwen3-f32, qwen3, 229824, 229824, 979264, 2, 64, 256, F32, 2048",
        "fixtures/tiny-chatml-f16, qwen3, 229824, 229824, 520768, 2, 64, 256, F16, 2048",
        "fixtures/tiny-qwen3moe-f32, qwen3moe, 280000, 206272, 1180352, 2, 64, 256, F32, 2048",
        "fixtures/tiny-gemma3-f32, gemma3, 341760, 341760, 1430432, 6, 64, 256, F32, 2048",
        "fixtures/tiny-granitehybrid-f32, granitehybrid, 326504, 326504, 1368160, 4, 64, 1048576, F32, 2048",
        "fixtures/tiny-mamba2-f32, mamba2, 215592, 215592, 922592, 3, 64, 1048576, F32, 2048",
        "fixtures/tiny-rerank-f32, bert, 157537, 157537, 709152, 2, 32, 256, F32, 4096"})
    void describesTheFile(String file, String architecture, long parameters, long active, long bytes, int layers, int width,
            int context, String quantization, int vocabulary) {
        Artifact artifact = artifact(Shared.file("models/" + file + ".gguf"));
        assertEquals(file.replace("fixtures/", "") + ".gguf", artifact.file());
        assertEquals("gguf", artifact.format());
        assertEquals(architecture, artifact.architecture().orElseThrow());
        assertEquals(parameters, artifact.parameters().orElseThrow());
        assertEquals(active, artifact.activeParameters().orElseThrow());
        assertEquals(bytes, artifact.bytes().orElseThrow());
        assertEquals(layers, artifact.layers().orElseThrow());
        assertEquals(width, artifact.embeddingDimension().orElseThrow());
        assertEquals(context, artifact.contextLength().orElseThrow());
        assertEquals(quantization, artifact.quantization().orElseThrow());
        assertEquals(vocabulary, artifact.vocabulary().orElseThrow());
    }

    @Test
    void countsAnAdapterToo() {
        Artifact artifact = artifact(Shared.file("models/fixtures/tiny-de-en-m-lora-r4-f32.gguf"));
        assertEquals(58_368, artifact.parameters().orElseThrow());
        assertEquals(32, artifact.bitsPerWeight().orElseThrow());
    }

    // 64 values of Q8_0 take 2 · 34 bytes, 32 values of F32 take 128: 8 · 196 / 96 bits.
    @Test
    void bitsPerWeightAreThoseOfTheTensorsAlone() throws IOException {
        Artifact artifact = artifact(mixed(GgufBytes.header(3, 2, 1).textEntry("general.architecture", "own")));
        assertEquals(96, artifact.parameters().orElseThrow());
        assertEquals(8 * 196 / 96.0, artifact.bitsPerWeight().orElseThrow(), 1e-12);
    }

    @Test
    void withoutAFileTypeTheCommonestTensorTypeCounts() throws IOException {
        assertEquals("Q8_0", artifact(mixed(GgufBytes.header(3, 2, 1).textEntry("general.architecture", "own")))
                .quantization().orElseThrow());
        assertEquals("Q8_0", artifact(mixed(GgufBytes.header(3, 2, 1).int32Entry("general.file_type", 4)))
                .quantization().orElseThrow());
        assertEquals("IQ4_XS", artifact(mixed(GgufBytes.header(3, 2, 1).int32Entry("general.file_type", 30)))
                .quantization().orElseThrow());
    }

    private Path mixed(GgufBytes start) throws IOException {
        byte[] bytes = start.tensor("a", 8, 0, 32, 2).tensor("b", 0, 96, 32).data(32, 224).bytes();
        return Files.write(folder.resolve("mixed.gguf"), bytes);
    }

    private static Artifact artifact(Path file) {
        return GgufArtifact.of(file, GgufHeader.read(file));
    }
}
