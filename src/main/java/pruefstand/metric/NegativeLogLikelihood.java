package pruefstand.metric;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Negative log-likelihoods (nats) of scored tokens, summed in the tokens' order; everything that language models are judged by
 * comes from these sums. Lower is better throughout. No tokens, bytes or words: no number. NaN and infinity pass through.
 *
 * @param tokens how many were scored
 * @param sum Σ -ln p
 * @param squares Σ (ln p)²
 */
public record NegativeLogLikelihood(long tokens, double sum, double squares) {

    public static final NegativeLogLikelihood NONE = new NegativeLogLikelihood(0, 0, 0);

    /**
     * The sums over some tokens.
     *
     * @param logLikelihoods ln p of each token
     */
    public static NegativeLogLikelihood of(double[] logLikelihoods) {
        double sum = 0;
        double squares = 0;
        for (double logLikelihood : logLikelihoods) {
            sum -= logLikelihood;
            squares += logLikelihood * logLikelihood;
        }
        return new NegativeLogLikelihood(logLikelihoods.length, sum, squares);
    }

    /** The sums over several blocks, added up in their order. */
    public static NegativeLogLikelihood sum(List<NegativeLogLikelihood> blocks) {
        return blocks.stream().reduce(NONE, NegativeLogLikelihood::plus);
    }

    public NegativeLogLikelihood plus(NegativeLogLikelihood next) {
        return new NegativeLogLikelihood(tokens + next.tokens, sum + next.sum, squares + next.squares);
    }

    /** {@code Σ -ln p / n}, nats per token, 0 … ∞. */
    public OptionalDouble mean() {
        return per(tokens);
    }

    /**
     * Standard error of {@link #mean()} as if tokens were independent: {@code sqrt((mean(nll²) - mean(nll)²) / (n - 1))}, as
     * llama-perplexity has it. Empty for fewer than 2 tokens.
     */
    public OptionalDouble standardError() {
        if (tokens < 2) {
            return OptionalDouble.empty();
        }
        double mean = sum / tokens;
        double variance = squares / tokens - mean * mean;
        return OptionalDouble.of(Math.sqrt(Math.max(0, variance) / (tokens - 1)));
    }

    /** {@code exp(Σ -ln p / n)}, 1 … ∞; comparable only between models with one tokenizer. */
    public OptionalDouble tokenPerplexity() {
        return exp(mean());
    }

    /** Perplexity times {@link #standardError()}: the error of an exponential to first order. */
    public OptionalDouble tokenPerplexityStandardError() {
        OptionalDouble error = standardError();
        return error.isEmpty() ? error : OptionalDouble.of(Math.exp(sum / tokens) * error.getAsDouble());
    }

    /**
     * {@code Σ -ln p / (bytes · ln 2)}, bits per byte, 0 … ∞; comparable between all models.
     *
     * @param bytes UTF-8 bytes of the scored text
     */
    public OptionalDouble bitsPerByte(long bytes) {
        OptionalDouble nats = per(bytes);
        return nats.isEmpty() ? nats : OptionalDouble.of(nats.getAsDouble() / Math.log(2));
    }

    /**
     * {@code exp(Σ -ln p / bytes)}, 1 … ∞, as lm-evaluation-harness has it.
     *
     * @param bytes UTF-8 bytes of the scored text
     */
    public OptionalDouble bytePerplexity(long bytes) {
        return exp(per(bytes));
    }

    /**
     * {@code exp(Σ -ln p / words)}, 1 … ∞, as lm-evaluation-harness has it.
     *
     * @param words of the scored text
     */
    public OptionalDouble wordPerplexity(long words) {
        return exp(per(words));
    }

    private OptionalDouble per(long count) {
        return tokens == 0 || count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    private static OptionalDouble exp(OptionalDouble nats) {
        return nats.isEmpty() ? nats : OptionalDouble.of(Math.exp(nats.getAsDouble()));
    }
}
