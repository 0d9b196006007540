package pruefstand.model.gguf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The shape of a model of the architecture llama: what its header says, without any weights.
 *
 * @param layers how many
 * @param embedding width; as all widths a multiple of a block of the weights
 * @param feedForward width inside the feed-forward part, of each expert where there are experts
 * @param heads of attention
 * @param keyHeads fewer heads for keys and values
 * @param headWidth of each head
 * @param vocabulary tokens, at least 300
 * @param context that it says it was trained for
 * @param weights how matrices are stored
 * @param output how the output layer is stored, where it is a matrix of its own; empty: it is the token embedding
 * @param experts of each layer; 0: a dense model
 * @param expertsUsed for one token
 */
public record ModelShape(int layers, int embedding, int feedForward, int heads, int keyHeads, int headWidth, int vocabulary,
        int context, TensorType weights, Optional<TensorType> output, int experts, int expertsUsed) {

    static final int ALIGNMENT = 32;

    private static final int CONTEXT = 4096;

    /** A dense model whose output layer is its token embedding, with heads 64 or more wide and half as many of keys. */
    public static ModelShape dense(int layers, int embedding, int feedForward, int vocabulary, TensorType weights) {
        int headWidth = Math.min(embedding, Math.max(64, Math.min(128, embedding / 8)));
        int heads = embedding / headWidth;
        return new ModelShape(layers, embedding, feedForward, heads, Math.max(1, heads / 2), headWidth, vocabulary, CONTEXT, weights,
                Optional.empty(), 0, 0);
    }

    /** In the proportions of Qwen3-0.6B, with fewer layers. */
    public static ModelShape qwen(int layers, TensorType weights) {
        return new ModelShape(layers, 1024, 3072, 16, 8, 128, 151_936, CONTEXT, weights, Optional.empty(), 0, 0);
    }

    /** The same with an output layer of its own. */
    public ModelShape withOutput(TensorType type) {
        return new ModelShape(layers, embedding, feedForward, heads, keyHeads, headWidth, vocabulary, context, weights,
                Optional.of(type), experts, expertsUsed);
    }

    /** The same with a mixture of experts in each layer. */
    public ModelShape withExperts(int number, int used) {
        return new ModelShape(layers, embedding, feedForward, heads, keyHeads, headWidth, vocabulary, context, weights, output,
                number, used);
    }

    /** The header of a file that holds it. */
    public GgufHeader header() {
        List<TensorInfo> infos = new ArrayList<>();
        long offset = 0;
        for (Tensor tensor : tensors()) {
            infos.add(tensor.at(offset));
            offset += roundUp(tensor.at(0).bytes());
        }
        Map<String, GgufValue> metadata = new TreeMap<>(Map.of("general.architecture", new GgufValue.Text("llama")));
        numbers().forEach((key, value) -> metadata.put(key, new GgufValue.Whole(value)));
        return new GgufHeader(3, metadata, infos, offset);
    }

    /** Whole numbers of the header, by key. */
    Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new TreeMap<>(Map.of("llama.block_count", layers, "llama.context_length", context,
                "llama.embedding_length", embedding, "llama.feed_forward_length", feedForward, "llama.attention.head_count", heads,
                "llama.attention.head_count_kv", keyHeads, "llama.attention.key_length", headWidth,
                "llama.attention.value_length", headWidth, "llama.rope.dimension_count", headWidth, "llama.vocab_size", vocabulary));
        if (experts > 0) {
            numbers.put("llama.expert_count", experts);
            numbers.put("llama.expert_used_count", expertsUsed);
        }
        return numbers;
    }

    String fileName() {
        return "random-" + layers + "x" + embedding + "-" + feedForward + "-" + heads + "-" + keyHeads + "-" + headWidth + "-"
                + vocabulary + "-" + weights + output.map(type -> "-" + type).orElse("")
                + (experts > 0 ? "-" + expertsUsed + "of" + experts : "") + ".gguf";
    }

    /** In the order of the file. */
    List<Tensor> tensors() {
        List<Tensor> all = new ArrayList<>();
        all.add(matrix("token_embd.weight", embedding, vocabulary));
        all.add(Tensor.norm("output_norm.weight", embedding));
        output.ifPresent(type -> all.add(new Tensor("output.weight", type, List.of(embedding, vocabulary))));
        for (int i = 0; i < layers; i++) {
            addLayer(all, "blk." + i + ".");
        }
        return all;
    }

    private void addLayer(List<Tensor> all, String layer) {
        all.add(Tensor.norm(layer + "attn_norm.weight", embedding));
        all.add(matrix(layer + "attn_q.weight", embedding, heads * headWidth));
        all.add(matrix(layer + "attn_k.weight", embedding, keyHeads * headWidth));
        all.add(matrix(layer + "attn_v.weight", embedding, keyHeads * headWidth));
        all.add(matrix(layer + "attn_output.weight", heads * headWidth, embedding));
        all.add(Tensor.norm(layer + "ffn_norm.weight", embedding));
        if (experts == 0) {
            all.add(matrix(layer + "ffn_gate.weight", embedding, feedForward));
            all.add(matrix(layer + "ffn_up.weight", embedding, feedForward));
            all.add(matrix(layer + "ffn_down.weight", feedForward, embedding));
        } else {
            all.add(new Tensor(layer + "ffn_gate_inp.weight", TensorType.F32, List.of(embedding, experts)));
            all.add(matrix(layer + "ffn_gate_exps.weight", embedding, feedForward, experts));
            all.add(matrix(layer + "ffn_up_exps.weight", embedding, feedForward, experts));
            all.add(matrix(layer + "ffn_down_exps.weight", feedForward, embedding, experts));
        }
    }

    private Tensor matrix(String name, Integer... dimensions) {
        return new Tensor(name, weights, List.of(dimensions));
    }

    static long roundUp(long bytes) {
        return Math.ceilDiv(bytes, ALIGNMENT) * ALIGNMENT;
    }

    /**
     * A tensor of the shape.
     *
     * @param name as llama.cpp names it
     * @param type how it is stored
     * @param dimensions the width of a row first
     */
    record Tensor(String name, TensorType type, List<Integer> dimensions) {

        static Tensor norm(String name, int width) {
            return new Tensor(name, TensorType.F32, List.of(width));
        }

        boolean isNorm() {
            return dimensions.size() == 1;
        }

        TensorInfo at(long offset) {
            return new TensorInfo(name, type, dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact), offset);
        }
    }
}
