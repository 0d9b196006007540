package pruefstand.model.gguf;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a BERT of the shape of MiniLM-L6 with random weights, matrices in F16: speed does not ask what they are. */
public final class MiniLmGguf {

    /** Tokens of its vocabulary. */
    public static final int VOCABULARY = 30_522;

    private static final int LAYERS = 6;
    private static final int WIDTH = 384;
    private static final int INNER = 1536;
    private static final int PLACES = 512;
    private static final int F16 = 1;
    private static final int FLOAT_KEY = 6;
    private static final int FLAG_KEY = 7;

    private final SplittableRandom random = new SplittableRandom(20_261_121);

    private MiniLmGguf() {
    }

    /** A tensor; a matrix of F16 where it has rows, else a vector of F32. */
    private record Tensor(String name, int width, int rows, boolean half) {

        long bytes() {
            return (long) width * Math.max(1, rows) * (half ? Short.BYTES : Float.BYTES);
        }
    }

    /** The file in a folder, written where it is not there yet. */
    public static Path write(Path folder) throws IOException {
        Path file = folder.resolve("minilm-l6-random-f16.gguf");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(file.getFileName() + ".part");
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 20))) {
                new MiniLmGguf().write(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static List<Tensor> tensors() {
        List<Tensor> all = new ArrayList<>(List.of(new Tensor("token_embd.weight", WIDTH, VOCABULARY, true),
                new Tensor("position_embd.weight", WIDTH, PLACES, false), new Tensor("token_types.weight", WIDTH, 2, false),
                new Tensor("token_embd_norm.weight", WIDTH, 0, false), new Tensor("token_embd_norm.bias", WIDTH, 0, false)));
        for (int i = 0; i < LAYERS; i++) {
            String layer = "blk." + i + ".";
            Stream.of("attn_q", "attn_k", "attn_v", "attn_output").forEach(part -> addLinear(all, layer + part, WIDTH, WIDTH));
            addLinear(all, layer + "ffn_up", WIDTH, INNER);
            addLinear(all, layer + "ffn_down", INNER, WIDTH);
            Stream.of("attn_output_norm", "layer_output_norm").forEach(part -> Stream.of(".weight", ".bias")
                    .forEach(kind -> all.add(new Tensor(layer + part + kind, WIDTH, 0, false))));
        }
        return all;
    }

    private static void addLinear(List<Tensor> all, String name, int in, int out) {
        all.add(new Tensor(name + ".weight", in, out, true));
        all.add(new Tensor(name + ".bias", out, 0, false));
    }

    private void write(DataOutputStream out) throws IOException {
        List<Tensor> tensors = tensors();
        out.writeBytes("GGUF");
        RandomGguf.int32(out, 3);
        RandomGguf.int64(out, tensors.size());
        writeEntries(out);
        long offset = 0;
        for (Tensor tensor : tensors) {
            writeInfo(out, tensor, offset);
            offset += RandomGguf.roundUp(tensor.bytes());
        }
        out.write(new byte[(int) (RandomGguf.roundUp(out.size()) - out.size())]);
        for (Tensor tensor : tensors) {
            for (int row = 0; row < Math.max(1, tensor.rows()); row++) {
                out.write(row(tensor));
            }
            out.write(new byte[(int) (RandomGguf.roundUp(tensor.bytes()) - tensor.bytes())]);
        }
    }

    private static void writeEntries(DataOutputStream out) throws IOException {
        Map<String, Integer> numbers = Map.of("bert.block_count", LAYERS, "bert.context_length", PLACES, "bert.embedding_length",
                WIDTH, "bert.feed_forward_length", INNER, "bert.attention.head_count", 12, "bert.pooling_type", 1,
                "tokenizer.ggml.token_type_count", 2, "tokenizer.ggml.cls_token_id", 2, "tokenizer.ggml.seperator_token_id", 3);
        RandomGguf.int64(out, 8 + numbers.size());
        RandomGguf.text(out, "general.architecture", "bert");
        RandomGguf.text(out, "general.name", "random");
        for (Map.Entry<String, Integer> number : numbers.entrySet()) {
            RandomGguf.number(out, number.getKey(), number.getValue());
        }
        RandomGguf.key(out, "bert.attention.layer_norm_epsilon", FLOAT_KEY);
        RandomGguf.int32(out, Float.floatToRawIntBits(1e-12f));
        RandomGguf.key(out, "bert.attention.causal", FLAG_KEY);
        out.write(0);
        RandomGguf.text(out, "tokenizer.ggml.model", "bert");
        RandomGguf.texts(out, "tokenizer.ggml.tokens", Stream.concat(Stream.of("[PAD]", "[UNK]", "[CLS]", "[SEP]"),
                IntStream.range(4, VOCABULARY).mapToObj(id -> "\u2581w" + id)).toList());
        RandomGguf.number(out, "tokenizer.ggml.unknown_token_id", 1);
        RandomGguf.number(out, "tokenizer.ggml.padding_token_id", 0);
    }

    private static void writeInfo(DataOutputStream out, Tensor tensor, long offset) throws IOException {
        RandomGguf.string(out, tensor.name());
        RandomGguf.int32(out, tensor.rows() == 0 ? 1 : 2);
        RandomGguf.int64(out, tensor.width());
        if (tensor.rows() > 0) {
            RandomGguf.int64(out, tensor.rows());
        }
        RandomGguf.int32(out, tensor.half() ? F16 : 0);
        RandomGguf.int64(out, offset);
    }

    private byte[] row(Tensor tensor) {
        ByteBuffer row = ByteBuffer.allocate(tensor.width() * (tensor.half() ? Short.BYTES : Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        float scale = tensor.name().startsWith("token_embd") ? 1 : (float) Math.sqrt(3.0 / tensor.width());
        while (row.hasRemaining()) {
            float value = tensor.name().endsWith("norm.weight") ? 1 : (float) (random.nextDouble() * 2 - 1) * scale;
            if (tensor.half()) {
                row.putShort(Float.floatToFloat16(value));
            } else {
                row.putFloat(value);
            }
        }
        return row.array();
    }
}
