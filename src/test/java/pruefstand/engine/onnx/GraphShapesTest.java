package pruefstand.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.engine.Encoder;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Pooling;
import pruefstand.model.onnx.OnnxBytes;

/** Graphs written by hand whose results can be worked out by hand: other inputs, other types, other outputs. */
class GraphShapesTest {

    // Token ids 2 254 1118 159 846 2643 159 255 2129 956 348 3352 18 3, as the reference of the bi-encoder says.
    private static final String TEXT = "Der Gärtner zählt die Töpfe im Hof.";
    private static final int FLOAT = 1;
    private static final int INT32 = 6;
    private static final int INT64 = 7;
    private static final int FLOAT16 = 10;

    @TempDir
    private Path folder;

    @BeforeEach
    void aTokenizer() throws IOException {
        Files.write(folder.resolve("tokenizer.json"), Files.readAllBytes(Exports.folder("embed").resolve("tokenizer.json")));
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"bert\", \"max_position_embeddings\": 64}");
    }

    // Remainders by eight: 2 6 6 7 6 3 7 7 1 4 4 0 2 3, together 58.
    @Test
    void readsHalfPrecisionAndGivesInputsOf32Bits() throws IOException {
        write(table(FLOAT16), new OnnxBytes().message(1, gather("input_ids", "last_hidden_state"))
                .message(11, value("input_ids", INT32, -1, -1)).message(12, value("last_hidden_state", FLOAT16, -1, -1, 2)));
        assertArrayEquals(new float[] {58 / 14f, 1}, vector(Optional.empty()));
        assertArrayEquals(new float[] {2, 1}, vector(Optional.of(Pooling.CLS)));
        assertArrayEquals(new float[] {3, 1}, vector(Optional.of(Pooling.LAST)));
    }

    @Test
    void positionsAreCountedFromWhereTheModelDoes() throws IOException {
        write(table(FLOAT), new OnnxBytes().message(1, gather("position_ids", "token_embeddings"))
                .message(11, value("position_ids", INT64, -1, -1)).message(12, value("token_embeddings", FLOAT, -1, -1, -1)));
        assertArrayEquals(new float[] {0, 1}, vector(Optional.of(Pooling.CLS)));
        assertArrayEquals(new float[] {13 % 8, 1}, vector(Optional.of(Pooling.LAST)));
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"roberta\", \"pad_token_id\": 1}");
        assertArrayEquals(new float[] {2, 1}, vector(Optional.of(Pooling.CLS)));
    }

    // The largest remainder is 7; the graph does not say how wide its output is, and pools by itself.
    @Test
    void takesTheGraphsOwnVector() throws IOException {
        OnnxBytes axes = new OnnxBytes().text(1, "axes").number(8, 1).number(20, 7);
        OnnxBytes flat = new OnnxBytes().text(1, "keepdims").number(3, 0).number(20, 2);
        OnnxBytes max = new OnnxBytes().text(1, "tokens").text(2, "sentence_embedding").text(4, "ReduceMax").message(5, axes)
                .message(5, flat);
        write(table(FLOAT), new OnnxBytes().message(1, gather("input_ids", "tokens")).message(1, max)
                .message(11, value("input_ids", INT64, -1, -1)).message(12, value("sentence_embedding", FLOAT, -1, -1)));
        assertArrayEquals(new float[] {7, 1}, vector(Optional.empty()));
        try (Engine engine = OnnxEngine.open(folder, EngineSettings.withThreads(1))) {
            assertEquals("graph", engine.description().settings().get("pooling"));
        }
    }

    private float[] vector(Optional<Pooling> pooling) {
        try (Engine engine = OnnxEngine.open(folder, new EngineSettings(1, OptionalInt.empty(), pooling, false))) {
            Encoder encoder = engine.encoder().orElseThrow();
            assertEquals(2, encoder.dimension());
            return encoder.embed(List.of("Kurz.", TEXT)).getLast().vector();
        }
    }

    /** For each token its id's remainder by eight, and one. */
    private static OnnxBytes table(int type) {
        ByteBuffer values = ByteBuffer.allocate(4096 * 2 * (type == FLOAT ? 4 : 2)).order(ByteOrder.LITTLE_ENDIAN);
        for (int id = 0; id < 4096; id++) {
            for (float value : new float[] {id % 8, 1}) {
                if (type == FLOAT) {
                    values.putFloat(value);
                } else {
                    values.putShort(Float.floatToFloat16(value));
                }
            }
        }
        return OnnxBytes.tensor("table", type, 4096, 2).raw(9, values.array());
    }

    private static OnnxBytes gather(String input, String output) {
        return new OnnxBytes().text(1, "table").text(1, input).text(2, output).text(4, "Gather");
    }

    /** An input or output; -1 for a size that differs. */
    private static OnnxBytes value(String name, int type, int... sizes) {
        OnnxBytes shape = new OnnxBytes();
        for (int i = 0; i < sizes.length; i++) {
            shape.message(1, sizes[i] < 0 ? new OnnxBytes().text(2, "size" + i) : new OnnxBytes().number(1, sizes[i]));
        }
        return new OnnxBytes().text(1, name).message(2, new OnnxBytes().message(1, new OnnxBytes().number(1, type).message(2, shape)));
    }

    private void write(OnnxBytes table, OnnxBytes graph) throws IOException {
        OnnxBytes model = OnnxBytes.model(graph.message(5, table).text(2, "by hand"))
                .message(8, new OnnxBytes().text(1, "").number(2, 17));
        Files.write(folder.resolve("model.onnx"), model.bytes());
    }
}
