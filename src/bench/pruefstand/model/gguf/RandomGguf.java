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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes models of any shape with random weights: speed and memory do not ask what the weights are. The same shape and seed give
 * the same bytes. The architecture is llama's; input and output embeddings are one tensor.
 */
public final class RandomGguf {

    private static final int ALIGNMENT = 32;
    private static final int BLOCK = 32;

    private final ModelShape shape;
    private final SplittableRandom random;
    private final List<Tensor> tensors;

    private RandomGguf(ModelShape shape, long seed) {
        this.shape = shape;
        this.random = new SplittableRandom(seed);
        this.tensors = tensors(shape);
    }

    /** How weights of a matrix are written; ids of GGUF. */
    public enum Weights {
        F32(0, 4 * BLOCK), F16(1, 2 * BLOCK), Q4_0(2, 18), Q8_0(8, 34);

        private final int type;
        private final int bytesOfABlock;

        Weights(int type, int bytesOfABlock) {
            this.type = type;
            this.bytesOfABlock = bytesOfABlock;
        }
    }

    /**
     * A model's shape.
     *
     * @param layers how many
     * @param embedding width; a multiple of 32, as all widths
     * @param feedForward width inside the feed-forward part
     * @param heads of attention
     * @param keyHeads fewer heads for keys and values
     * @param headWidth of each head
     * @param vocabulary tokens, at least 300
     * @param context that it says it was trained for
     * @param weights how matrices are written
     */
    public record ModelShape(int layers, int embedding, int feedForward, int heads, int keyHeads, int headWidth, int vocabulary,
            int context, Weights weights) {

        /** In the proportions of Qwen3-0.6B, with fewer layers. */
        public static ModelShape qwen(int layers, Weights weights) {
            return new ModelShape(layers, 1024, 3072, 16, 8, 128, 151_936, 4096, weights);
        }

        String fileName() {
            return "random-" + layers + "x" + embedding + "-" + feedForward + "-" + heads + "-" + keyHeads + "-" + headWidth + "-"
                    + vocabulary + "-" + weights + ".gguf";
        }
    }

    private record Tensor(String name, Weights weights, long width, long rows) {

        static Tensor ones(String name, long width) {
            return new Tensor(name, Weights.F32, width, 1);
        }

        long bytes() {
            return width / BLOCK * rows * weights.bytesOfABlock;
        }

        boolean isOnes() {
            return rows == 1;
        }
    }

    /** Usage: RandomGguf FOLDER LAYERS EMBEDDING FEED_FORWARD HEADS KEY_HEADS HEAD_WIDTH VOCABULARY CONTEXT F32|F16|Q8_0|Q4_0. */
    public static void main(String[] arguments) throws IOException {
        int[] n = Arrays.stream(arguments, 1, 9).mapToInt(Integer::parseInt).toArray();
        System.out.println(write(Path.of(arguments[0]),
                new ModelShape(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], Weights.valueOf(arguments[9]))));
    }

    /** The file of a shape in a folder, written where it is not there yet. */
    public static Path write(Path folder, ModelShape shape) throws IOException {
        Path file = folder.resolve(shape.fileName());
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(shape.fileName() + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 20)) {
                new RandomGguf(shape, 20_261_121).write(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static List<Tensor> tensors(ModelShape s) {
        long queries = (long) s.heads() * s.headWidth();
        long keys = (long) s.keyHeads() * s.headWidth();
        List<Tensor> all = new ArrayList<>();
        all.add(new Tensor("token_embd.weight", s.weights(), s.embedding(), s.vocabulary()));
        all.add(Tensor.ones("output_norm.weight", s.embedding()));
        for (int i = 0; i < s.layers(); i++) {
            String layer = "blk." + i + ".";
            all.add(Tensor.ones(layer + "attn_norm.weight", s.embedding()));
            all.add(new Tensor(layer + "attn_q.weight", s.weights(), s.embedding(), queries));
            all.add(new Tensor(layer + "attn_k.weight", s.weights(), s.embedding(), keys));
            all.add(new Tensor(layer + "attn_v.weight", s.weights(), s.embedding(), keys));
            all.add(new Tensor(layer + "attn_output.weight", s.weights(), queries, s.embedding()));
            all.add(Tensor.ones(layer + "ffn_norm.weight", s.embedding()));
            all.add(new Tensor(layer + "ffn_gate.weight", s.weights(), s.embedding(), s.feedForward()));
            all.add(new Tensor(layer + "ffn_up.weight", s.weights(), s.embedding(), s.feedForward()));
            all.add(new Tensor(layer + "ffn_down.weight", s.weights(), s.feedForward(), s.embedding()));
        }
        return all;
    }

    private void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeBytes("GGUF");
        int32(out, 3);
        int64(out, tensors.size());
        writeEntries(out);
        long offset = 0;
        for (Tensor tensor : tensors) {
            writeInfo(out, tensor, offset);
            offset += roundUp(tensor.bytes());
        }
        out.write(new byte[(int) (roundUp(out.size()) - out.size())]);
        for (Tensor tensor : tensors) {
            writeWeights(stream, tensor);
            stream.write(new byte[(int) (roundUp(tensor.bytes()) - tensor.bytes())]);
        }
    }

    private void writeEntries(DataOutputStream out) throws IOException {
        int64(out, 20);
        text(out, "general.architecture", "llama");
        text(out, "general.name", "random");
        number(out, "llama.block_count", shape.layers());
        number(out, "llama.context_length", shape.context());
        number(out, "llama.embedding_length", shape.embedding());
        number(out, "llama.feed_forward_length", shape.feedForward());
        number(out, "llama.attention.head_count", shape.heads());
        number(out, "llama.attention.head_count_kv", shape.keyHeads());
        number(out, "llama.attention.key_length", shape.headWidth());
        number(out, "llama.attention.value_length", shape.headWidth());
        number(out, "llama.rope.dimension_count", shape.headWidth());
        number(out, "llama.vocab_size", shape.vocabulary());
        key(out, "llama.attention.layer_norm_rms_epsilon", 6);
        int32(out, Float.floatToRawIntBits(1e-5f));
        text(out, "tokenizer.ggml.model", "gpt2");
        text(out, "tokenizer.ggml.pre", "gpt-2");
        texts(out, "tokenizer.ggml.tokens", vocabulary());
        key(out, "tokenizer.ggml.token_type", 9);
        int32(out, 5);
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

    private void writeInfo(DataOutputStream out, Tensor tensor, long offset) throws IOException {
        string(out, tensor.name());
        int32(out, tensor.isOnes() ? 1 : 2);
        int64(out, tensor.width());
        if (!tensor.isOnes()) {
            int64(out, tensor.rows());
        }
        int32(out, tensor.weights().type);
        int64(out, offset);
    }

    private void writeWeights(OutputStream out, Tensor tensor) throws IOException {
        ByteBuffer row = ByteBuffer.allocate((int) (tensor.width() / BLOCK * tensor.weights().bytesOfABlock))
                .order(ByteOrder.LITTLE_ENDIAN);
        float scale = (float) (1 / Math.sqrt(tensor.width()));
        for (long i = 0; i < tensor.rows(); i++) {
            row.clear();
            while (row.hasRemaining()) {
                if (tensor.isOnes()) {
                    row.putFloat(1);
                } else {
                    writeBlock(row, tensor.weights(), scale);
                }
            }
            out.write(row.array());
        }
    }

    private void writeBlock(ByteBuffer row, Weights weights, float scale) {
        switch (weights) {
            case F32 -> IntStream.range(0, BLOCK).forEach(_ -> row.putFloat(uniform(scale)));
            case F16 -> IntStream.range(0, BLOCK).forEach(_ -> row.putShort(Float.floatToFloat16(uniform(scale))));
            case Q4_0 -> row.putShort(Float.floatToFloat16(scale / 4)).putLong(random.nextLong()).putLong(random.nextLong());
            case Q8_0 -> {
                row.putShort(Float.floatToFloat16(scale / 64));
                Stream.generate(random::nextLong).limit(BLOCK / Long.BYTES).forEach(row::putLong);
            }
        }
    }

    private float uniform(float scale) {
        return (float) (random.nextDouble() * 2 - 1) * 2 * scale;
    }

    static long roundUp(long bytes) {
        return Math.ceilDiv(bytes, ALIGNMENT) * ALIGNMENT;
    }

    static void key(DataOutputStream out, String key, int type) throws IOException {
        string(out, key);
        int32(out, type);
    }

    static void text(DataOutputStream out, String key, String value) throws IOException {
        key(out, key, 8);
        string(out, value);
    }

    static void number(DataOutputStream out, String key, int value) throws IOException {
        key(out, key, 4);
        int32(out, value);
    }

    static void texts(DataOutputStream out, String key, List<String> values) throws IOException {
        key(out, key, 9);
        int32(out, 8);
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
