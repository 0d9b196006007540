package pruefstand.run.forecast;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.gguf.ModelShape;
import pruefstand.model.gguf.TensorInfo;
import pruefstand.model.gguf.TensorType;
import pruefstand.model.gguf.TokenTraffic;

/**
 * What a model asks of a machine.
 *
 * @param bytes of all its weights
 * @param bytesPerToken read for one generated token, by how they are stored
 * @param productsPerToken weights that each token of a prompt is multiplied with, likewise
 * @param tensors how many the header names; for each the engine does about one step a token
 * @param heads of attention, over all layers; 0 where the header does not tell
 * @param headWidth of each
 * @param vocabulary tokens; 0 where it is not known
 * @param valuesPerPosition numbers that are kept of each earlier token; empty where the header does not tell
 * @param recurrent whether it reads a state, whose cost nobody can tell from the header
 */
public record Workload(long bytes, Map<TensorType, Long> bytesPerToken, Map<TensorType, Long> productsPerToken, int tensors,
        long heads, long headWidth, long vocabulary, OptionalLong valuesPerPosition, boolean recurrent) {

    /** Layers are as many as heads of this width, as in models from 1 to 70 billion parameters. */
    private static final int WIDTH_PER_LAYER = 128;
    private static final int KEY_HEADS = 8;
    private static final int VOCABULARY = 32_000;
    private static final int PARAMETERS_PER_SQUARE = 12;
    private static final List<TensorType> COMMON = List.of(TensorType.F32, TensorType.F16, TensorType.Q8_0, TensorType.Q6_K,
            TensorType.Q5_K, TensorType.Q4_K, TensorType.Q3_K, TensorType.Q2_K, TensorType.IQ1_S);

    public Workload {
        bytesPerToken = Collections.unmodifiableMap(copy(bytesPerToken));
        productsPerToken = Collections.unmodifiableMap(copy(productsPerToken));
    }

    /** Of a model whose header is known. */
    public static Workload of(GgufHeader header) {
        Optional<TokenTraffic> traffic = TokenTraffic.of(header);
        long vocabulary = header.ownWhole("vocab_size").orElseGet(() -> header.elements("tokenizer.ggml.tokens").orElse(0));
        long heads = header.ownWhole("attention.head_count").orElse(0);
        long width = header.ownWhole("attention.key_length").orElse(heads == 0 ? 0 : header.ownWhole("embedding_length").orElse(0) / heads);
        return new Workload(header.tensors().stream().mapToLong(TensorInfo::bytes).sum(), TokenTraffic.weightsByType(header),
                TokenTraffic.productsByType(header), header.tensors().size(),
                header.ownWhole("block_count").orElse(0) * heads, width, vocabulary, traffic.map(TokenTraffic::valuesPerPosition).orElse(OptionalLong.empty()), traffic.isEmpty());
    }

    /**
     * Of a dense model of which only this is known. Its shape is taken to be the usual one: as many layers as 12 × layers × width²
     * parameters give with a width of 128 × layers, 8 heads of keys and values, each 128 wide. Its weights are stored as the
     * common type is that comes nearest to so many bits; their bytes are as many as the bits say.
     *
     * @param parameters how many, above 0
     * @param bits of each, above 0
     */
    public static Workload of(long parameters, double bits) {
        TensorType type = nearest(bits);
        int layers = Math.max(1, (int) Math.round(Math.cbrt(parameters / (double) PARAMETERS_PER_SQUARE / WIDTH_PER_LAYER / WIDTH_PER_LAYER)));
        int width = 2 * WIDTH_PER_LAYER * Math.ceilDiv(layers, 2);
        int tensors = new ModelShape(layers, width, 3 * width, width / WIDTH_PER_LAYER, KEY_HEADS, WIDTH_PER_LAYER, VOCABULARY, 1, type,
                Optional.of(type), 0, 0).header().tensors().size();
        long bytes = Math.round(parameters * bits / Byte.SIZE);
        long products = Math.max(1, parameters - 2L * width * VOCABULARY);
        return new Workload(bytes, Map.of(type, bytes), Map.of(type, products), tensors,
                (long) layers * layers, WIDTH_PER_LAYER, VOCABULARY,
                OptionalLong.of(2L * layers * KEY_HEADS * WIDTH_PER_LAYER), false);
    }

    private static TensorType nearest(double bits) {
        return COMMON.stream().min(Comparator.comparingDouble(type -> Math.abs(Math.log(bits(type) / bits)))).orElseThrow();
    }

    static double bits(TensorType type) {
        return (double) Byte.SIZE * type.blockBytes() / type.blockValues();
    }

    /** Types that hold at least one percent of what is read for a token; the others do not matter for its speed. */
    List<TensorType> types() {
        long all = sum(bytesPerToken);
        long products = sum(productsPerToken);
        return Arrays.stream(TensorType.values()).filter(type -> 100 * bytesPerToken.getOrDefault(type, 0L) >= all
                || 100 * productsPerToken.getOrDefault(type, 0L) >= products).filter(type -> bytesPerToken.getOrDefault(type, 0L) > 0).toList();
    }

    /** Bytes that are read for a token without any before it. */
    long bytesRead() {
        return sum(bytesPerToken);
    }

    /** Weights that a token of a prompt is multiplied with. */
    long products() {
        return sum(productsPerToken);
    }

    private static long sum(Map<TensorType, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static EnumMap<TensorType, Long> copy(Map<TensorType, Long> map) {
        return map.isEmpty() ? new EnumMap<>(TensorType.class) : new EnumMap<>(map);
    }
}
