package pruefstand.engine.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pruefstand.model.onnx.OnnxBytes;

/**
 * Exports of language models small enough to be computed by hand: bytes are tokens, 256 begins a text and 257 ends it.
 *
 * <p>The one that attends has one layer and one head: the key of a token is its row of a table, which is also its query; its
 * value is twice that; what attention gives, times a matrix, are the logits. The other has a row of logits for each token.
 */
final class HandMadeDecoder {

    static final int BEGIN = 256;
    static final int END = 257;
    static final int VOCABULARY = 258;
    static final int WIDTH = 16;

    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT64 = 7;
    private static final int BOOL = 9;
    private static final int FLOAT16 = 10;

    /** How the one that attends is written. */
    enum Kind {
        /** Goes on from what it has read. */
        WITH_PAST,
        /** The same in half precision outside. */
        HALF_PRECISION,
        /** Reads a text from its beginning each time. */
        WITHOUT_PAST,
        /** Goes on, and its matrix has four bits a number. */
        FOUR_BITS
    }

    /** The table: eighths from -1 to 1, which half precision and four bits hold exactly. */
    static final float[][] KEYS = eighths(VOCABULARY, WIDTH, 5);
    static final float[][] MATRIX = eighths(VOCABULARY, WIDTH, 6);

    private HandMadeDecoder() {
    }

    private static float[][] eighths(int rows, int columns, long seed) {
        Random random = new Random(seed);
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = (random.nextInt(16) - 8) / 8f;
            }
        }
        return values;
    }

    /** What the model says after these tokens, as the definition above says. */
    static double[] logits(int[] tokens, int count) {
        float[] query = KEYS[tokens[count - 1]];
        double[] weights = IntStream.range(0, count).mapToDouble(i -> Math.exp(dot(query, KEYS[tokens[i]]))).toArray();
        double sum = IntStream.range(0, count).mapToDouble(i -> weights[i]).sum();
        float[] found = new float[WIDTH];
        for (int d = 0; d < WIDTH; d++) {
            int column = d;
            found[d] = (float) (IntStream.range(0, count).mapToDouble(i -> weights[i] * 2 * KEYS[tokens[i]][column]).sum() / sum);
        }
        return IntStream.range(0, VOCABULARY).mapToDouble(token -> dot(found, MATRIX[token])).toArray();
    }

    static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
    }

    /** Writes the one that attends. */
    static Path attending(Path folder, Kind kind) throws IOException {
        OnnxBytes graph = new OnnxBytes().text(2, "by hand");
        boolean past = kind != Kind.WITHOUT_PAST;
        int outside = kind == Kind.HALF_PRECISION ? FLOAT16 : FLOAT;
        for (OnnxBytes node : nodes(kind)) {
            graph.message(1, node);
        }
        graph.message(5, floats("table", KEYS, false)).message(5, OnnxBytes.tensor("two", FLOAT).raw(9, bytes(2)))
                .message(5, OnnxBytes.tensor("never", FLOAT).raw(9, bytes(-1e9f)));
        List.of(0, 1).forEach(number -> graph.message(5, OnnxBytes.tensor("int" + number, INT64).raw(9, longs(number))));
        List.of(List.of(1), List.of(1, 3), List.of(1, 2)).forEach(axes -> graph.message(5, OnnxBytes.tensor("axes" + axes, INT64,
                axes.size()).raw(9, longs(axes.stream().mapToLong(Integer::longValue).toArray()))));
        if (kind == Kind.FOUR_BITS) {
            graph.message(5, OnnxBytes.tensor("matrix_q4", UINT8, VOCABULARY, 1, WIDTH / 2).raw(9, halfBytes()));
            graph.message(5, OnnxBytes.tensor("matrix_scales", FLOAT, VOCABULARY).raw(9, bytes(eighthsOf(VOCABULARY))));
        } else {
            graph.message(5, floats("matrix", MATRIX, true));
        }
        List.of("input_ids", "attention_mask", "position_ids").forEach(name -> graph.message(11, value(name, INT64, -1, -1)));
        if (past) {
            graph.message(11, value("num_logits_to_keep", INT64));
            List.of("key", "value").forEach(part -> {
                graph.message(11, value("past_key_values.0." + part, outside, -1, 1, -1, WIDTH));
                graph.message(12, value("present.0." + part, outside, -1, 1, -1, WIDTH));
            });
        }
        return write(folder, graph.message(12, value("logits", outside, -1, -1, VOCABULARY)));
    }

    private static List<OnnxBytes> nodes(Kind kind) {
        boolean half = kind == Kind.HALF_PRECISION;
        boolean past = kind != Kind.WITHOUT_PAST;
        int outside = half ? FLOAT16 : FLOAT;
        return List.of(node("Gather", "h", "table", "input_ids"), node("Unsqueeze", "k", "h", "axes[1]"),
                node("Mul", "v", "k", "two"), node("Cast", "k_out", "k").message(5, number("to", outside)),
                node("Cast", "v_out", "v").message(5, number("to", outside)),
                past ? node("Concat", "present.0.key", "past_key_values.0.key", "k_out").message(5, number("axis", 2))
                        : node("Identity", "present.0.key", "k_out"),
                past ? node("Concat", "present.0.value", "past_key_values.0.value", "v_out").message(5, number("axis", 2))
                        : node("Identity", "present.0.value", "v_out"),
                node("Cast", "keys", "present.0.key").message(5, number("to", FLOAT)),
                node("Cast", "values", "present.0.value").message(5, number("to", FLOAT)),
                node("Transpose", "turned", "keys").message(5, numbers("perm", 0, 1, 3, 2)),
                node("MatMul", "scores", "k", "turned"), node("Shape", "sizes", "attention_mask"),
                node("Gather", "total", "sizes", "int1"), node("Range", "places", "int0", "total", "int1"),
                node("Unsqueeze", "place", "position_ids", "axes[1, 3]"), node("LessOrEqual", "before", "places", "place"),
                node("Cast", "mask", "attention_mask").message(5, number("to", BOOL)),
                node("Unsqueeze", "seen", "mask", "axes[1, 2]"), node("And", "allowed", "before", "seen"),
                node("Where", "masked", "allowed", "scores", "never"),
                node("Softmax", "weights", "masked").message(5, number("axis", -1)),
                node("MatMul", "mixed", "weights", "values"), node("Squeeze", "context", "mixed", "axes[1]"),
                kind == Kind.FOUR_BITS ? fourBits() : node("MatMul", "numbers", "context", "matrix"),
                node("Cast", "logits", "numbers").message(5, number("to", outside)));
    }

    private static OnnxBytes fourBits() {
        return node("MatMulNBits", "numbers", "context", "matrix_q4", "matrix_scales").text(7, "com.microsoft")
                .message(5, number("K", WIDTH)).message(5, number("N", VOCABULARY)).message(5, number("bits", 4))
                .message(5, number("block_size", WIDTH));
    }

    /** Writes the one that has a row of logits for each token: 10 for the byte that comes next in a text of different bytes. */
    static Path chain(Path folder, byte[] text) throws IOException {
        float[][] rows = new float[VOCABULARY][VOCABULARY];
        for (int i = 0; i < text.length; i++) {
            rows[text[i] & 0xFF][i + 1 < text.length ? text[i + 1] & 0xFF : END] = 10;
        }
        OnnxBytes graph = new OnnxBytes().text(2, "by hand").message(1, node("Gather", "logits", "table", "input_ids"))
                .message(5, floats("table", rows, false)).message(11, value("input_ids", INT64, -1, -1))
                .message(12, value("logits", FLOAT, -1, -1, VOCABULARY));
        return write(folder, graph);
    }

    private static Path write(Path folder, OnnxBytes graph) throws IOException {
        Files.createDirectories(folder);
        OnnxBytes model = OnnxBytes.model(graph).message(8, new OnnxBytes().text(1, "").number(2, 17))
                .message(8, new OnnxBytes().text(1, "com.microsoft").number(2, 1));
        Files.write(folder.resolve("model.onnx"), model.bytes());
        Files.writeString(folder.resolve("config.json"), """
                {"model_type": "by-hand", "architectures": ["HandForCausalLM"], "max_position_embeddings": 4096,
                 "bos_token_id": 256, "eos_token_id": 256}""");
        Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": [257, 0]}");
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
        return folder;
    }

    // GPT-2's letters for bytes: visible ones of Latin-1 themselves, the others from U+0100 on.
    private static String tokenizer() {
        int[] next = {256};
        String letters = IntStream.range(0, 256).mapToObj(value -> {
            boolean visible = value > 32 && value < 127 || value > 160 && value != 173;
            int letter = visible ? value : next[0]++;
            return "\"\\u%04x\": %d".formatted(letter, value);
        }).collect(Collectors.joining(", "));
        String added = List.of(BEGIN, END).stream().map(id -> """
                {"id": %d, "content": "<%d>", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false,
                 "special": true}""".formatted(id, id)).collect(Collectors.joining(", "));
        return """
                {"version": "1.0", "truncation": {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0},
                 "padding": null, "added_tokens": [%s], "normalizer": null,
                 "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": false},
                 "post_processor": {"type": "TemplateProcessing",
                  "single": [{"SpecialToken": {"id": "<256>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
                  "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
                  "special_tokens": {"<256>": {"id": "<256>", "ids": [256], "tokens": ["<256>"]}}},
                 "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
                 "model": {"type": "BPE", "dropout": null, "unk_token": null, "continuing_subword_prefix": null,
                  "end_of_word_suffix": null, "fuse_unk": false, "byte_fallback": false, "vocab": {%s}, "merges": []}}"""
                .formatted(added, letters);
    }

    private static OnnxBytes node(String operator, String output, String... inputs) {
        OnnxBytes node = new OnnxBytes();
        List.of(inputs).forEach(input -> node.text(1, input));
        return node.text(2, output).text(4, operator);
    }

    private static OnnxBytes number(String name, long value) {
        return new OnnxBytes().text(1, name).number(3, value).number(20, 2);
    }

    private static OnnxBytes numbers(String name, long... values) {
        OnnxBytes attribute = new OnnxBytes().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, 7);
    }

    /** An input or output; -1 for a size that differs. */
    static OnnxBytes value(String name, int type, int... sizes) {
        OnnxBytes shape = new OnnxBytes();
        for (int i = 0; i < sizes.length; i++) {
            shape.message(1, sizes[i] < 0 ? new OnnxBytes().text(2, name + i) : new OnnxBytes().number(1, sizes[i]));
        }
        return new OnnxBytes().text(1, name).message(2, new OnnxBytes().message(1, new OnnxBytes().number(1, type).message(2, shape)));
    }

    private static OnnxBytes floats(String name, float[][] rows, boolean turned) {
        int outer = turned ? rows[0].length : rows.length;
        int inner = turned ? rows.length : rows[0].length;
        float[] flat = new float[outer * inner];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = turned ? rows[i % inner][i / inner] : rows[i / inner][i % inner];
        }
        return OnnxBytes.tensor(name, FLOAT, outer, inner).raw(9, bytes(flat));
    }

    private static float[] eighthsOf(int count) {
        float[] scales = new float[count];
        Arrays.fill(scales, 1 / 8f);
        return scales;
    }

    // The first of two numbers in the low half; 8 stands for zero.
    private static byte[] halfBytes() {
        ByteBuffer out = ByteBuffer.allocate(VOCABULARY * WIDTH / 2);
        for (float[] row : MATRIX) {
            for (int i = 0; i < WIDTH; i += 2) {
                out.put((byte) ((int) (row[i] * 8 + 8) | (int) (row[i + 1] * 8 + 8) << 4));
            }
        }
        return out.array();
    }

    private static byte[] bytes(float... values) {
        ByteBuffer out = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            out.putFloat(value);
        }
        return out.array();
    }

    private static byte[] longs(long... values) {
        ByteBuffer out = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            out.putLong(value);
        }
        return out.array();
    }
}
