package pruefstand.metric;

import java.util.Arrays;
import java.util.Optional;

/** The metrics by the ids of the field: what each is called in files, which direction is better, in which unit it is given. */
public enum Metric {
    /** {@link NegativeLogLikelihood#bitsPerByte}. */
    BITS_PER_BYTE("bits_per_byte", false, "bits/byte"),
    /** {@link NegativeLogLikelihood#tokenPerplexity}. */
    TOKEN_PERPLEXITY("token_perplexity", false, null),
    /** {@link NegativeLogLikelihood#wordPerplexity}. */
    WORD_PERPLEXITY("word_perplexity", false, null),
    /** {@link NegativeLogLikelihood#bytePerplexity}. */
    BYTE_PERPLEXITY("byte_perplexity", false, null),
    /** {@link NegativeLogLikelihood#mean}. */
    NLL("nll", false, "nats/token"),
    /** Mean over the repetitions of tokens generated one by one, divided by the seconds that took. */
    TG_TOKENS_PER_SECOND("tg_tokens_per_second", true, "tokens/s"),
    /** Mean over the repetitions of the prompt's tokens, divided by the seconds its processing took. */
    PP_TOKENS_PER_SECOND("pp_tokens_per_second", true, "tokens/s"),
    /** {@link Spearman} of {@link Similarity#COSINE} and the gold scores. */
    COSINE_SPEARMAN("cosine_spearman", true, null),
    /** {@link Pearson} of {@link Similarity#COSINE} and the gold scores. */
    COSINE_PEARSON("cosine_pearson", true, null),
    /** {@link Spearman} of {@link Similarity#MANHATTAN} and the gold scores. */
    MANHATTAN_SPEARMAN("manhattan_spearman", true, null),
    /** {@link Spearman} of {@link Similarity#EUCLIDEAN} and the gold scores. */
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
