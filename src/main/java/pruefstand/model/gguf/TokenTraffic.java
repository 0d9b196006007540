package pruefstand.model.gguf;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What has to be read from memory for one more token.
 *
 * @param weights bytes of the tensors that a token passes through: of a mixture's experts those that are used; of a token embedding
 *     that is not the output layer too, one row
 * @param valuesPerPosition keys and values that are kept of an earlier token, over all layers; empty where the header does not say
 */
public record TokenTraffic(long weights, OptionalLong valuesPerPosition) {

    private static final String EMBEDDING = "token_embd.weight";
    private static final String OUTPUT = "output.weight";
    private static final long LARGEST_SIZE = 1 << 20;
    private static final Pattern EXPERTS = Pattern.compile("_(ch)?exps(\\.|$)");

    /** Of a model's header; empty for recurrent and hybrid models, which read a state that the header does not tell the size of. */
    public static Optional<TokenTraffic> of(GgufHeader header) {
        return header.ownWhole("ssm.state_size").isPresent() || header.architecture().orElse("").startsWith("rwkv")
                ? Optional.empty() : Optional.of(new TokenTraffic(weights(header), cached(header)));
    }

    /**
     * Bytes that are read for a token after so many others.
     *
     * @param bytesPerValue of the cache
     */
    public OptionalLong bytes(int depth, double bytesPerValue) {
        return depth == 0 ? OptionalLong.of(weights)
                : valuesPerPosition.stream().map(values -> weights + Math.round(depth * bytesPerValue * values)).findFirst();
    }

    /**
     * Weights that each token of a prompt is multiplied with, by how they are stored. The output layer, and the feed-forward part of
     * the last layer before it, are computed for the last token only.
     */
    public static Map<TensorType, Long> productsByType(GgufHeader header) {
        Map<TensorType, Long> products = new EnumMap<>(TensorType.class);
        String last = "blk." + (header.ownWhole("block_count").orElse(0) - 1) + ".ffn";
        perToken(header).forEach((tensor, bytes) -> {
            if (!tensor.name().equals(EMBEDDING) && !tensor.name().equals(OUTPUT) && !tensor.name().startsWith(last)) {
                products.merge(tensor.type(), bytes / tensor.type().blockBytes() * tensor.type().blockValues(), Long::sum);
            }
        });
        return products;
    }

    static boolean isOfExperts(TensorInfo tensor) {
        return EXPERTS.matcher(tensor.name()).find();
    }

    /** Experts that a token passes through: no more than there are, whatever the header says. */
    static long expertsUsed(GgufHeader header) {
        long experts = Math.max(0, header.ownWhole("expert_count").orElse(0));
        return Math.clamp(header.ownWhole("expert_used_count").orElse(experts), 0, experts);
    }

    private static long weights(GgufHeader header) {
        return weightsByType(header).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Bytes of the tensors that a token passes through, as {@link #weights} counts them, by how they are stored. */
    public static Map<TensorType, Long> weightsByType(GgufHeader header) {
        Map<TensorType, Long> bytes = new EnumMap<>(TensorType.class);
        perToken(header).forEach((tensor, share) -> bytes.merge(tensor.type(), share, Long::sum));
        return bytes;
    }

    private static Map<TensorInfo, Long> perToken(GgufHeader header) {
        boolean untied = header.tensors().stream().anyMatch(tensor -> tensor.name().equals(OUTPUT));
        long experts = header.ownWhole("expert_count").orElse(0);
        long used = expertsUsed(header);
        long width = header.ownWhole("embedding_length").orElse(0);
        return header.tensors().stream().collect(Collectors.toMap(Function.identity(), tensor -> {
            if (untied && width > 0 && tensor.name().equals(EMBEDDING)) {
                return tensor.bytes() / Math.max(1, tensor.values() / width);
            }
            return experts > 0 && isOfExperts(tensor) ? tensor.bytes() / experts * used : tensor.bytes();
        }));
    }

    private static OptionalLong cached(GgufHeader header) {
        OptionalLong layers = size(header, "block_count");
        OptionalLong heads = size(header, "attention.head_count");
        OptionalLong ofKeys = size(header, "attention.head_count_kv");
        OptionalLong width = size(header, "embedding_length");
        if (layers.isEmpty() || heads.isEmpty() || ofKeys.isEmpty() || width.isEmpty() || heads.getAsLong() < 1
                || header.ownWhole("attention.kv_lora_rank").isPresent()
                || header.ownWhole("attention.sliding_window").orElse(0) > 0) {
            return OptionalLong.empty();
        }
        long usual = width.getAsLong() / heads.getAsLong();
        long perHead = size(header, "attention.key_length").orElse(usual) + size(header, "attention.value_length").orElse(usual);
        return OptionalLong.of(layers.getAsLong() * ofKeys.getAsLong() * perHead);
    }

    /** A number of the model's shape; one that no model could have says nothing. */
    private static OptionalLong size(GgufHeader header, String key) {
        return header.ownWhole(key).stream().filter(size -> size >= 0 && size <= LARGEST_SIZE).findFirst();
    }
}
