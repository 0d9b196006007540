package pruefstand.engine.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An export of the shape of MiniLM-L6 with random weights: speed does not ask what they are. Six layers, 384 wide, 12 heads, 1536
 * in the feed-forward part, a vocabulary of 30522, 512 places; about 22.7 million parameters in F32. The operators are those that
 * PyTorch writes for a BERT.
 */
final class MiniLm {

    private static final int LAYERS = 6;
    private static final int WIDTH = 384;
    private static final int HEADS = 12;
    private static final int INNER = 1536;
    private static final int VOCABULARY = 30_522;
    private static final int PLACES = 512;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final SplittableRandom random = new SplittableRandom(20_261_121);
    private final Proto graph = new Proto().text(2, "minilm");

    private MiniLm() {
    }

    /** Writes the export; the tokenizer is that of a smaller model, whose ids all are in the vocabulary. */
    static Path write(Path small, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of("tokenizer.json", "tokenizer_config.json")) {
            Files.write(folder.resolve(name), Files.readAllBytes(small.resolve(name)));
        }
        Files.writeString(folder.resolve("config.json"), """
                {"model_type": "bert", "architectures": ["BertModel"], "hidden_size": %d, "num_hidden_layers": %d,
                 "max_position_embeddings": %d, "vocab_size": %d}""".formatted(WIDTH, LAYERS, PLACES, VOCABULARY));
        Proto model = new Proto().number(1, 8).message(7, new MiniLm().graph()).message(8, new Proto().text(1, "").number(2, 17));
        Files.write(folder.resolve("model.onnx"), model.bytes());
        return folder;
    }

    private Proto graph() {
        integers("one", 1);
        integers("zero", 0);
        integers("axes", 1, 2);
        integers("split", 0, 0, HEADS, WIDTH / HEADS);
        integers("join", 0, 0, WIDTH);
        constant("scale", (float) Math.sqrt((double) WIDTH / HEADS));
        constant("root", (float) Math.sqrt(2));
        constant("unit", 1);
        constant("half", 0.5f);
        constant("never", -10_000);
        String hidden = embeddings();
        for (int layer = 0; layer < LAYERS; layer++) {
            hidden = feedForward(layer + ".ffn.", attention(layer + ".attn.", hidden));
        }
        node("Identity", "last_hidden_state", List.of(hidden));
        List.of("input_ids", "attention_mask", "token_type_ids").forEach(name -> graph.message(11, value(name, INT64, false)));
        return graph.message(12, value("last_hidden_state", FLOAT, true));
    }

    private String embeddings() {
        weights("words", VOCABULARY, WIDTH);
        weights("places", PLACES, WIDTH);
        weights("types", 2, WIDTH);
        node("Cast", "mask", List.of("attention_mask"), number("to", FLOAT));
        node("Sub", "hidden_places", List.of("unit", "mask"));
        node("Mul", "penalty", List.of("hidden_places", "never"));
        node("Unsqueeze", "bias", List.of("penalty", "axes"));
        node("Shape", "sizes", List.of("input_ids"));
        node("Gather", "length1", List.of("sizes", "one"));
        node("Squeeze", "length", List.of("length1"));
        node("Squeeze", "first", List.of("zero"));
        node("Squeeze", "step", List.of("one"));
        node("Range", "positions", List.of("first", "length", "step"));
        node("Gather", "e1", List.of("words", "input_ids"));
        node("Gather", "e2", List.of("types", "token_type_ids"));
        node("Gather", "e3", List.of("places", "positions"));
        node("Add", "e4", List.of("e1", "e2"));
        node("Add", "e5", List.of("e4", "e3"));
        return normalized("e.", "e5");
    }

    private String attention(String at, String hidden) {
        String query = heads(at + "q", hidden, 0, 2, 1, 3);
        String key = heads(at + "k", hidden, 0, 2, 3, 1);
        String value = heads(at + "v", hidden, 0, 2, 1, 3);
        node("MatMul", at + "products", List.of(query, key));
        node("Div", at + "scaled", List.of(at + "products", "scale"));
        node("Add", at + "masked", List.of(at + "scaled", "bias"));
        node("Softmax", at + "shares", List.of(at + "masked"), number("axis", -1));
        node("MatMul", at + "mixed", List.of(at + "shares", value));
        node("Transpose", at + "turned", List.of(at + "mixed"), numbers("perm", 0, 2, 1, 3));
        node("Reshape", at + "joined", List.of(at + "turned", "join"));
        node("Add", at + "sum", List.of(linear(at + "out", at + "joined", WIDTH, WIDTH), hidden));
        return normalized(at, at + "sum");
    }

    private String heads(String at, String hidden, long... order) {
        node("Reshape", at + "_split", List.of(linear(at, hidden, WIDTH, WIDTH), "split"));
        node("Transpose", at + "_heads", List.of(at + "_split"), numbers("perm", order));
        return at + "_heads";
    }

    private String feedForward(String at, String hidden) {
        String inner = linear(at + "up", hidden, WIDTH, INNER);
        node("Div", at + "d", List.of(inner, "root"));
        node("Erf", at + "erf", List.of(at + "d"));
        node("Add", at + "a", List.of(at + "erf", "unit"));
        node("Mul", at + "m", List.of(inner, at + "a"));
        node("Mul", at + "gelu", List.of(at + "m", "half"));
        node("Add", at + "sum", List.of(linear(at + "down", at + "gelu", INNER, WIDTH), hidden));
        return normalized(at, at + "sum");
    }

    private String linear(String at, String input, int in, int out) {
        weights(at + "_w", in, out);
        weights(at + "_b", out);
        node("MatMul", at + "_p", List.of(input, at + "_w"));
        node("Add", at + "_y", List.of(at + "_b", at + "_p"));
        return at + "_y";
    }

    private String normalized(String at, String input) {
        tensor(at + "gain", filled(WIDTH, 1), WIDTH);
        tensor(at + "shift", filled(WIDTH, 0), WIDTH);
        node("LayerNormalization", at + "norm", List.of(input, at + "gain", at + "shift"), number("axis", -1));
        return at + "norm";
    }

    private void node(String operator, String output, List<String> inputs, Proto... attributes) {
        Proto node = new Proto();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(4, operator);
        List.of(attributes).forEach(attribute -> node.message(5, attribute));
        graph.message(1, node);
    }

    private void weights(String name, int... sizes) {
        int count = 1;
        for (int size : sizes) {
            count *= size;
        }
        float scale = (float) Math.sqrt(3.0 / (sizes.length == 1 ? WIDTH : sizes[0] > PLACES * 4 ? 1 : sizes[0]));
        ByteBuffer values = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (values.hasRemaining()) {
            values.putFloat((float) (random.nextDouble() * 2 - 1) * scale);
        }
        tensor(name, values.array(), sizes);
    }

    private void tensor(String name, byte[] values, int... sizes) {
        Proto tensor = new Proto();
        for (int size : sizes) {
            tensor.number(1, size);
        }
        graph.message(5, tensor.number(2, FLOAT).text(8, name).raw(9, values));
    }

    private void constant(String name, float value) {
        tensor(name, filled(1, value));
    }

    private void integers(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        graph.message(5, new Proto().number(1, values.length).number(2, INT64).text(8, name).raw(9, bytes.array()));
    }

    private static byte[] filled(int count, float value) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static Proto number(String name, long value) {
        return new Proto().text(1, name).number(3, value).number(20, 2);
    }

    private static Proto numbers(String name, long... values) {
        Proto attribute = new Proto().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, 7);
    }

    private static Proto value(String name, int type, boolean vectors) {
        Proto shape = new Proto().message(1, new Proto().text(2, "texts")).message(1, new Proto().text(2, "tokens"));
        if (vectors) {
            shape.message(1, new Proto().number(1, WIDTH));
        }
        return new Proto().text(1, name).message(2, new Proto().message(1, new Proto().number(1, type).message(2, shape)));
    }
}
