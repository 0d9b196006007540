package pruefstand.metric;

import java.util.Optional;

/**
 * A metric by the id of the field.
 *
 * @param id what it is called in files
 * @param higherIsBetter direction
 * @param unit in which it is given; empty for ratios and scores
 * @param length the setting that holds the length in tokens on which it depends; empty where it depends on none
 */
public record Metric(String id, boolean higherIsBetter, Optional<String> unit, Optional<String> length) {

    /** {@link NegativeLogLikelihood#bitsPerByte}. */
    public static final Metric BITS_PER_BYTE = new Metric("bits_per_byte", false, Optional.of("bits/byte"), Optional.empty());
    /** {@link NegativeLogLikelihood#tokenPerplexity}. */
    public static final Metric TOKEN_PERPLEXITY = ofContext("token_perplexity", Optional.empty());
    /** {@link NegativeLogLikelihood#wordPerplexity}. */
    public static final Metric WORD_PERPLEXITY = ofWindow("word_perplexity");
    /** {@link NegativeLogLikelihood#bytePerplexity}. */
    public static final Metric BYTE_PERPLEXITY = ofWindow("byte_perplexity");
    /** {@link NegativeLogLikelihood#mean}. */
    public static final Metric NLL = ofContext("nll", Optional.of("nats/token"));
    /** Mean over the repetitions of tokens generated one by one, divided by the seconds that took. */
    public static final Metric TG_TOKENS_PER_SECOND = ofSpeed("tg_tokens_per_second", "generate");
    /** Mean over the repetitions of the prompt's tokens, divided by the seconds its processing took. */
    public static final Metric PP_TOKENS_PER_SECOND = ofSpeed("pp_tokens_per_second", "prompt");
    /** {@link Spearman} of {@link Similarity#COSINE} and the gold scores. */
    public static final Metric COSINE_SPEARMAN = score("cosine_spearman");
    /** {@link Pearson} of {@link Similarity#COSINE} and the gold scores. */
    public static final Metric COSINE_PEARSON = score("cosine_pearson");
    /** {@link Spearman} of {@link Similarity#MANHATTAN} and the gold scores. */
    public static final Metric MANHATTAN_SPEARMAN = score("manhattan_spearman");
    /** {@link Spearman} of {@link Similarity#EUCLIDEAN} and the gold scores. */
    public static final Metric EUCLIDEAN_SPEARMAN = score("euclidean_spearman");

    /** {@link AveragePrecision} of the similarity that has the highest. */
    public static final Metric MAX_AP = score("max_ap");
    /** {@link AveragePrecision} of {@link Similarity#COSINE}. */
    public static final Metric COSINE_AP = score("cosine_ap");
    /** {@link BestCut} for F1, of the similarity that has the highest. */
    public static final Metric MAX_F1 = score("max_f1");
    /** {@link BestCut} for accuracy, of the similarity that has the highest. */
    public static final Metric MAX_ACCURACY = score("max_accuracy");
    /** Share of items that were told rightly. */
    public static final Metric ACCURACY = score("accuracy");
    /** Harmonic mean of precision and recall, averaged over classes; the kind of task says which. */
    public static final Metric F1 = score("f1");
    /** {@link AveragePrecision} of two classes. */
    public static final Metric AP = score("ap");
    /** Precision averaged over classes. */
    public static final Metric PRECISION = score("precision");
    /** Recall averaged over classes. */
    public static final Metric RECALL = score("recall");
    /** {@link Partition#vMeasure}. */
    public static final Metric V_MEASURE = score("v_measure");
    /** {@link Partition#adjustedMutualInformation}. */
    public static final Metric AMI = score("ami");
    /** What stands for retrieval. */
    public static final Metric NDCG_AT_10 = RankingMeasure.NDCG.at(10);
    /** What stands for reranking. */
    public static final Metric MAP_AT_1000 = RankingMeasure.MAP.at(1000);

    /** {@link ChoiceScore#SUM}. */
    public static final Metric ACC = score("acc");
    /** {@link ChoiceScore#PER_CHARACTER}. */
    public static final Metric ACC_NORM = score("acc_norm");
    /** {@link ChoiceScore#PER_BYTE}. */
    public static final Metric ACC_BYTES = score("acc_bytes");
    /** {@link ChoiceScore#PER_TOKEN}. */
    public static final Metric ACC_TOKEN = score("acc_token");
    /** {@link AnswerOverlap#exactMatch}. */
    public static final Metric EXACT_MATCH = score("exact_match");
    /** {@link AnswerOverlap#contains}. */
    public static final Metric CONTAINS = score("contains");
    /** Share of hidden words that were a model's first guess. */
    public static final Metric TOP_1_ACCURACY = score("top_1_accuracy");
    /** Share of hidden words that were among a model's first five guesses. */
    public static final Metric TOP_5_ACCURACY = score("top_5_accuracy");
    /** {@link NegativeLogLikelihood#tokenPerplexity} of tokens that were hidden one at a time. */
    public static final Metric PSEUDO_PERPLEXITY = new Metric("pseudo_perplexity", false, Optional.empty(), Optional.empty());
    /** {@link ModelDivergence#klDivergence}. */
    public static final Metric KL_DIVERGENCE = ofContext("kl_divergence", Optional.of("nats/token"));
    /** Below it lie the divergences of 99 % of the tokens. */
    public static final Metric KL_DIVERGENCE_P99 = ofContext("kl_divergence_p99", Optional.of("nats/token"));
    /** {@link ModelDivergence#topTokenAgreement}. */
    public static final Metric TOP_TOKEN_AGREEMENT = new Metric("top_token_agreement", true, Optional.empty(), Optional.of("context"));
    /** {@link ModelDivergence#perplexityRatio}. */
    public static final Metric PERPLEXITY_RATIO = ofContext("perplexity_ratio", Optional.empty());

    /** A metric without unit of which more is better. */
    public static Metric score(String id) {
        return new Metric(id, true, Optional.empty(), Optional.empty());
    }

    private static Metric ofContext(String id, Optional<String> unit) {
        return new Metric(id, false, unit, Optional.of("context"));
    }

    private static Metric ofWindow(String id) {
        return new Metric(id, false, Optional.empty(), Optional.of("rolling_context"));
    }

    private static Metric ofSpeed(String id, String length) {
        return new Metric(id, true, Optional.of("tokens/s"), Optional.of(length));
    }
}
