package pruefstand.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.model.Artifact;
import pruefstand.model.OnnxFiles;
import pruefstand.model.Pooling;
import pruefstand.task.Shared;
import pruefstand.text.Refusal;

class OnnxExportTest {

    @TempDir
    private Path folder;

    // Parameters: those of the training scripts' own counts; of the masked model, BERT's 1350656, a dense layer of 128 x 128 with
    // bias, a normalization of 2 x 128, and a bias of 4096.
    @ParameterizedTest
    @CsvSource({"embed, 1350656, 2732035, F16", "cross, 1367297, 1448358, INT8", "mlm, 1371520, 1465884, INT8"})
    void describesTheFolder(String name, long parameters, long bytes, String quantization) {
        Artifact artifact = OnnxArtifact.of(OnnxExport.read(Shared.file("models/onnx/tiny-bert-de-en-" + name)));
        assertEquals("tiny-bert-de-en-" + name, artifact.file());
        assertEquals("onnx", artifact.format());
        assertEquals(Optional.of("bert"), artifact.architecture());
        assertEquals(parameters, artifact.parameters().orElseThrow());
        assertEquals(parameters, artifact.activeParameters().orElseThrow());
        assertEquals(bytes, artifact.bytes().orElseThrow());
        assertEquals(4, artifact.layers().orElseThrow());
        assertEquals(128, artifact.embeddingDimension().orElseThrow());
        assertEquals(256, artifact.contextLength().orElseThrow());
        assertEquals(4096, artifact.vocabulary().orElseThrow());
        assertEquals(Optional.of(quantization), artifact.quantization());
    }

    @Test
    void findsTheGraphBesideOrInAFolderOfItsOwn() throws IOException {
        export("onnx/model_quantized.onnx");
        assertEquals(folder.resolve("onnx/model_quantized.onnx"), OnnxExport.read(folder).graph());
        export("onnx/model_fp16.onnx");
        Refusal refusal = assertThrows(Refusal.class, () -> OnnxExport.read(folder));
        assertEquals("model.onnx.which", refusal.what().key());
        assertTrue(refusal.getMessage().contains("model_fp16.onnx"), refusal.getMessage());
        export("onnx/model.onnx");
        assertEquals(folder.resolve("onnx/model.onnx"), OnnxExport.read(folder).graph());
        assertEquals(3, OnnxFiles.graphs(folder).size());
    }

    @Test
    void oneOfSeveralGraphsIsMeantWhereItsFileIsNamed() throws IOException {
        export("onnx/model.onnx");
        export("onnx/model_q4f16.onnx");
        export("model_fp16.onnx");
        for (String graph : List.of("onnx/model_q4f16.onnx", "model_fp16.onnx")) {
            OnnxExport export = OnnxExport.read(folder.resolve(graph));
            assertEquals(folder.resolve(graph), export.graph());
            assertEquals(folder, export.folder());
            assertEquals(List.of(folder.resolve(graph)), OnnxFiles.graphs(folder.resolve(graph)));
        }
        Refusal refusal = assertThrows(Refusal.class, () -> OnnxExport.read(folder.resolve("onnx/model_int8.onnx")));
        assertEquals("model.onnx.missing", refusal.what().key());
    }

    // 16 x 2 bytes of two weights each, and 8 weights of two bits in 2 bytes.
    @Test
    void weightsOfFourBitsAreCountedOneByOne() throws IOException {
        OnnxBytes bits = new OnnxBytes().text(1, "bits").number(3, 2).number(20, 2);
        OnnxBytes graph = new OnnxBytes()
                .message(1, new OnnxBytes().text(1, "x").text(1, "w_q4").text(1, "w_scales").text(4, "MatMulNBits").text(7, "com.microsoft"))
                .message(1, new OnnxBytes().text(1, "e_q2").text(1, "x").text(4, "GatherBlockQuantized").text(7, "com.microsoft")
                        .message(5, bits))
                .message(5, OnnxBytes.tensor("w_q4", 2, 16, 1, 2).raw(9, new byte[32]))
                .message(5, OnnxBytes.tensor("w_scales", 1, 16).raw(9, new byte[64]))
                .message(5, OnnxBytes.tensor("e_q2", 2, 1, 2).raw(9, new byte[2]));
        OnnxHeader header = OnnxHeader.read(Files.write(folder.resolve("model.onnx"), OnnxBytes.model(graph).bytes()));
        assertEquals(List.of(64L, 8L), header.weights().stream().map(Initializer::values).toList());
        assertEquals(Optional.of("UINT4"), header.commonestType());
    }

    @Test
    void saysWhichPartIsMissing() throws IOException {
        assertEquals(List.of(), OnnxFiles.graphs(folder));
        assertEquals("model.onnx.no-model", assertThrows(Refusal.class, () -> OnnxExport.read(folder)).what().key());
        export("model.onnx");
        Files.delete(folder.resolve("tokenizer.json"));
        Refusal refusal = assertThrows(Refusal.class, () -> OnnxExport.read(folder));
        assertEquals(List.of(folder.toString(), "tokenizer.json"), refusal.what().arguments());
    }

    @Test
    void refusesSettingsThatAreNoJson() throws IOException {
        export("model.onnx");
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": ");
        assertEquals("model.onnx.settings", assertThrows(Refusal.class, () -> OnnxExport.read(folder)).what().key());
        Files.write(folder.resolve("config.json"), new byte[] {'"', (byte) 0xC3, 0x28, '"'});
        assertEquals("model.onnx.settings", assertThrows(Refusal.class, () -> OnnxExport.read(folder)).what().key());
    }

    @Test
    void readsHowVectorsArePooledAndHowMuchIsRead() throws IOException {
        export("model.onnx");
        Files.writeString(folder.resolve("tokenizer_config.json"), """
                {"model_max_length": 1000000000000000019884624838656, "mask_token": {"content": "<mask>"}}""");
        Files.writeString(folder.resolve("sentence_bert_config.json"), "{\"max_seq_length\": 128}");
        Files.createDirectories(folder.resolve("1_Pooling"));
        Files.writeString(folder.resolve("1_Pooling/config.json"), """
                {"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": false}""");
        OnnxExport export = OnnxExport.read(folder);
        assertEquals(Optional.of(Pooling.CLS), export.pooling());
        assertEquals(OptionalInt.of(128), export.maxInputTokens());
        assertEquals(Optional.of("<mask>"), export.specialToken("mask_token"));
        assertEquals(6, export.files().size());
    }

    // 514 position embeddings, of which the first two belong to what is before a text's first token.
    @Test
    void countsPositionsAsRobertaDoes() throws IOException {
        export("model.onnx");
        Files.writeString(folder.resolve("config.json"), """
                {"model_type": "xlm-roberta", "max_position_embeddings": 514, "pad_token_id": 1, "n_layer": 2}""");
        ModelConfig config = OnnxExport.read(folder).config();
        assertEquals(OptionalInt.of(512), config.contextLength());
        assertEquals(2, config.firstPosition());
        assertEquals(OptionalInt.of(2), config.layers());
    }

    @Test
    void aLayerCalledScaleIsAWeightUnlessWhatItScalesIsQuantized() throws IOException {
        OnnxBytes graph = new OnnxBytes().message(5, OnnxBytes.tensor("norm.scale", 1, 2).raw(9, new byte[8]))
                .message(5, OnnxBytes.tensor("w_scale", 1, 2).raw(9, new byte[8]))
                .message(5, OnnxBytes.tensor("w_quantized", 3, 5).raw(9, new byte[5]))
                .message(5, OnnxBytes.tensor("w_zero_point", 3, 2).raw(9, new byte[2]));
        OnnxHeader header = OnnxHeader.read(Files.write(folder.resolve("model.onnx"), OnnxBytes.model(graph).bytes()));
        assertEquals(List.of("norm.scale", "w_quantized"), header.weights().stream().map(Initializer::name).toList());
    }

    private void export(String graph) throws IOException {
        Files.createDirectories(folder.resolve(graph).getParent());
        Files.write(folder.resolve(graph), OnnxBytes.model(new OnnxBytes()).bytes());
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
    }
}
