package pruefstand.model.gguf;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes models of any shape with random weights: speed and memory do not ask what the weights are. The same shape gives the same
 * bytes.
 */
public final class RandomGguf {

    private static final long SEED = 20_261_121;
    private static final int UINT32 = 4;
    private static final int INT32 = 5;
    private static final int FLOAT32 = 6;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private final ModelShape shape;
    private final List<ModelShape.Tensor> tensors;
    private final RandomWeights weights = new RandomWeights(SEED);

    private RandomGguf(ModelShape shape) {
        this.shape = shape;
        this.tensors = shape.tensors();
    }

    /** Whether weights of a type can be made up. */
    public static boolean knows(TensorType type) {
        return RandomWeights.know(type);
    }

    /** The file of a shape in a folder, written where it is not there yet. */
    public static Path write(Path folder, ModelShape shape) throws IOException {
        Path file = folder.resolve(shape.fileName());
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(shape.fileName() + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 20)) {
                new RandomGguf(shape).write(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private void write(OutputStream stream) throws IOException {
        GgufHeader header = shape.header();
        DataOutputStream out = new DataOutputStream(stream);
        out.writeBytes("GGUF");
        int32(out, 3);
        int64(out, header.tensors().size());
        writeEntries(out);
        for (int i = 0; i < tensors.size(); i++) {
            writeInfo(out, tensors.get(i), header.tensors().get(i).offset());
        }
        out.write(new byte[(int) (roundUp(out.size()) - out.size())]);
        for (ModelShape.Tensor tensor : tensors) {
            writeWeights(stream, tensor);
        }
    }

    private void writeEntries(DataOutputStream out) throws IOException {
        var numbers = shape.numbers();
        int64(out, numbers.size() + 10);
        text(out, "general.architecture", "llama");
        text(out, "general.name", "random");
        for (var number : numbers.entrySet()) {
            number(out, number.getKey(), number.getValue());
        }
        key(out, "llama.attention.layer_norm_rms_epsilon", FLOAT32);
        int32(out, Float.floatToRawIntBits(1e-5f));
        text(out, "tokenizer.ggml.model", "gpt2");
        text(out, "tokenizer.ggml.pre", "gpt-2");
        texts(out, "tokenizer.ggml.tokens", vocabulary());
        key(out, "tokenizer.ggml.token_type", ARRAY);
        int32(out, INT32);
        int64(out, shape.vocabulary());
        for (int i = 0; i < shape.vocabulary(); i++) {
            int32(out, 1);
        }
        texts(out, "tokenizer.ggml.merges", List.of("a a"));
        number(out, "tokenizer.ggml.bos_token_id", shape.vocabulary() - 1);
        number(out, "tokenizer.ggml.eos_token_id", shape.vocabulary() - 1);
    }

    /** The bytes as GPT-2 writes them (those that are no visible character from U+0100 on), one merge, and words nobody meets. */
    private List<String> vocabulary() {
        List<String> tokens = new ArrayList<>();
        int invisible = 256;
        for (int b = 0; b < 256; b++) {
            boolean visible = b > 32 && b < 127 || b > 160 && b != 173;
            tokens.add(Character.toString(visible ? b : invisible++));
        }
        tokens.add("aa");
        IntStream.range(tokens.size(), shape.vocabulary()).mapToObj(i -> "<" + i + ">").forEach(tokens::add);
        return tokens;
    }

    private static void writeInfo(DataOutputStream out, ModelShape.Tensor tensor, long offset) throws IOException {
        string(out, tensor.name());
        int32(out, tensor.dimensions().size());
        for (int dimension : tensor.dimensions()) {
            int64(out, dimension);
        }
        int32(out, tensor.type().code());
        int64(out, offset);
    }

    private void writeWeights(OutputStream out, ModelShape.Tensor tensor) throws IOException {
        int width = tensor.dimensions().getFirst();
        long bytes = tensor.at(0).bytes();
        ByteBuffer row = ByteBuffer.allocate(width / tensor.type().blockValues() * tensor.type().blockBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (long written = 0; written < bytes; written += row.capacity()) {
            row.clear();
            if (tensor.isNorm()) {
                IntStream.range(0, width).forEach(_ -> row.putFloat(1));
            } else {
                weights.fill(row, tensor.type(), (float) (1 / Math.sqrt(width)));
            }
            out.write(row.array());
        }
        out.write(new byte[(int) (roundUp(bytes) - bytes)]);
    }

    static long roundUp(long bytes) {
        return ModelShape.roundUp(bytes);
    }

    static void key(DataOutputStream out, String key, int type) throws IOException {
        string(out, key);
        int32(out, type);
    }

    static void text(DataOutputStream out, String key, String value) throws IOException {
        key(out, key, STRING);
        string(out, value);
    }

    static void number(DataOutputStream out, String key, int value) throws IOException {
        key(out, key, UINT32);
        int32(out, value);
    }

    static void texts(DataOutputStream out, String key, List<String> values) throws IOException {
        key(out, key, ARRAY);
        int32(out, STRING);
        int64(out, values.size());
        for (String value : values) {
            string(out, value);
        }
    }

    static void string(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int64(out, bytes.length);
        out.write(bytes);
    }

    static void int32(DataOutputStream out, int value) throws IOException {
        out.writeInt(Integer.reverseBytes(value));
    }

    static void int64(DataOutputStream out, long value) throws IOException {
        out.writeLong(Long.reverseBytes(value));
    }
}
