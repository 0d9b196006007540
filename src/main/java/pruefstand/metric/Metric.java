package pruefstand.metric;

import java.util.Arrays;
import java.util.Optional;

/** The metrics by the ids of the field: what each is called in files, which direction is better, in which unit it is given. */
public enum Metric {
    BITS_PER_BYTE("bits_per_byte", false, "bits/byte"),
    TOKEN_PERPLEXITY("token_perplexity", false, null),
    WORD_PERPLEXITY("word_perplexity", false, null),
    BYTE_PERPLEXITY("byte_perplexity", false, null),
    NLL("nll", false, "nats/token"),
    TG_TOKENS_PER_SECOND("tg_tokens_per_second", true, "tokens/s"),
    PP_TOKENS_PER_SECOND("pp_tokens_per_second", true, "tokens/s"),
    COSINE_SPEARMAN("cosine_spearman", true, null),
    COSINE_PEARSON("cosine_pearson", true, null),
    MANHATTAN_SPEARMAN("manhattan_spearman", true, null),
    EUCLIDEAN_SPEARMAN("euclidean_spearman", true, null);

    private final String id;
    private final boolean higherIsBetter;
    private final String unit;

    Metric(String id, boolean higherIsBetter, String unit) {
        this.id = id;
        this.higherIsBetter = higherIsBetter;
        this.unit = unit;
    }

    public String id() {
        return id;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    public Optional<String> unit() {
        return Optional.ofNullable(unit);
    }

    public static Optional<Metric> byId(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }
}
