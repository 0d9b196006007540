package pruefstand.model.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What {@code config.json} says about a model, whatever its family calls it.
 *
 * @param architecture such as {@code bert}
 * @param heads classes that can be made of it, such as {@code BertForMaskedLM}
 * @param layers blocks
 * @param dimension width of the hidden state
 * @param contextLength tokens that it has positions for
 * @param vocabulary number of tokens
 * @param firstPosition number of the first position; above 0 where positions count from the padding token
 * @param paddingToken id of the token that fills a batch
 */
public record ModelConfig(Optional<String> architecture, List<String> heads, OptionalInt layers, OptionalInt dimension,
        OptionalInt contextLength, OptionalInt vocabulary, int firstPosition, int paddingToken) {

    // Their position embeddings begin behind the padding token's id, as fairseq's did: 514 positions hold 512 tokens.
    private static final Set<String> POSITIONS_BEHIND_PADDING = Set.of("roberta", "xlm-roberta", "xlm-roberta-xl", "camembert",
            "data2vec-text", "longformer", "mpnet", "roberta-prelayernorm", "xmod");

    static ModelConfig of(Map<?, ?> config) {
        Optional<String> architecture = text(config, "model_type");
        int padding = whole(config, "pad_token_id").orElse(0);
        int first = architecture.filter(POSITIONS_BEHIND_PADDING::contains).isPresent() ? padding + 1 : 0;
        OptionalInt positions = whole(config, "max_position_embeddings", "n_positions", "n_ctx");
        List<String> heads = config.get("architectures") instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
        return new ModelConfig(architecture, heads, whole(config, "num_hidden_layers", "n_layers", "n_layer"),
                whole(config, "hidden_size", "dim", "n_embd", "d_model"),
                positions.isPresent() ? OptionalInt.of(Math.max(1, positions.getAsInt() - first)) : positions,
                whole(config, "vocab_size"), first, padding);
    }

    /** Whether it was made for a purpose, named as in {@code MaskedLM}. */
    public boolean isFor(String purpose) {
        return heads.stream().anyMatch(head -> head.endsWith("For" + purpose));
    }

    /** Whether it was made to go on with a text; the oldest classes for that have a name of their own. */
    public boolean isDecoder() {
        return isFor("CausalLM") || heads.stream().anyMatch(head -> head.endsWith("LMHeadModel"));
    }

    private static Optional<String> text(Map<?, ?> config, String key) {
        return config.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The first of several keys that has a whole number that is not negative. */
    static OptionalInt whole(Map<?, ?> config, String... keys) {
        for (String key : keys) {
            if (config.get(key) instanceof Number number && number.doubleValue() >= 0
                    && number.doubleValue() < Integer.MAX_VALUE && number.doubleValue() == number.intValue()) {
                return OptionalInt.of(number.intValue());
            }
        }
        return OptionalInt.empty();
    }
}
