package pruefstand.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * How far a candidate model is from its base over the scored tokens of a text; every figure as llama-perplexity
 * {@code --kl-divergence} defines it (llama.cpp, tools/perplexity/README.md), with probabilities where that prints per cent.
 * No tokens: no numbers. NaN passes through.
 *
 * @param tokens how many were scored
 * @param klDivergence mean of the tokens' divergences, nats, 0 … ∞, lower is better
 * @param percentiles of the tokens' divergences
 * @param deltaP mean of p − p_base of the true token, -1 … 1, 0 is best
 * @param deltaPRms root of the mean of (p − p_base)², 0 … 1, lower is better; its error is that of the mean of squares divided by
 *        twice the root
 * @param topTokenAgreement share of the tokens where both have the same first choice, 0 … 1; {@code ± sqrt(s (1 - s) / (n - 1))}
 * @param base perplexity of the base
 * @param candidate perplexity of the candidate
 * @param perplexityRatio candidate divided by base, 0 … ∞, 1 is best; its error is the ratio times
 *        {@code sqrt(v + v_base − 2 cov)}, of the variances and the covariance of both mean log-likelihoods
 * @param correlation of both log-likelihoods, -1 … 1; empty where one of them does not vary or is not finite
 */
public record ModelDivergence(int tokens, MeanEstimate klDivergence, DivergencePercentiles percentiles, MeanEstimate deltaP,
        MeanEstimate deltaPRms, MeanEstimate topTokenAgreement, MeanEstimate base, MeanEstimate candidate,
        MeanEstimate perplexityRatio, OptionalDouble correlation) {

    public static Optional<ModelDivergence> of(List<TokenDivergence> tokens) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ModelDivergence(tokens.size(), MeanEstimate.of(tokens, TokenDivergence::klDivergence),
                DivergencePercentiles.of(tokens.stream().mapToDouble(TokenDivergence::klDivergence).toArray()),
                MeanEstimate.of(tokens, TokenDivergence::deltaP), rms(tokens),
                MeanEstimate.of(tokens, token -> token.sameTop() ? 1 : 0),
                exponential(tokens, token -> -token.baseLogLikelihood()),
                exponential(tokens, token -> -token.logLikelihood()),
                exponential(tokens, token -> token.baseLogLikelihood() - token.logLikelihood()), correlation(tokens)));
    }

    private static MeanEstimate rms(List<TokenDivergence> tokens) {
        MeanEstimate squares = MeanEstimate.of(tokens, token -> token.deltaP() * token.deltaP());
        double rms = Math.sqrt(squares.value());
        return new MeanEstimate(rms, rms == 0 ? squares.stderr() : scaled(squares.stderr(), 1 / (2 * rms)));
    }

    /** The variance of a difference holds the covariance already. */
    private static MeanEstimate exponential(List<TokenDivergence> tokens, ToDoubleFunction<TokenDivergence> nats) {
        MeanEstimate mean = MeanEstimate.of(tokens, nats);
        double value = Math.exp(mean.value());
        return new MeanEstimate(value, scaled(mean.stderr(), value));
    }

    private static OptionalDouble scaled(OptionalDouble error, double factor) {
        return error.isEmpty() ? error : OptionalDouble.of(error.getAsDouble() * factor);
    }

    private static OptionalDouble correlation(List<TokenDivergence> tokens) {
        double[] base = tokens.stream().mapToDouble(TokenDivergence::baseLogLikelihood).toArray();
        double[] candidate = tokens.stream().mapToDouble(TokenDivergence::logLikelihood).toArray();
        return DoubleStream.concat(Arrays.stream(base), Arrays.stream(candidate)).allMatch(Double::isFinite)
                ? Pearson.correlation(base, candidate) : OptionalDouble.empty();
    }
}
