package pruefstand.task.kld;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import pruefstand.metric.BlockQuantile;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Mean;
import pruefstand.metric.MeanEstimate;
import pruefstand.metric.Metric;
import pruefstand.metric.ModelDivergence;
import pruefstand.metric.Statistic;
import pruefstand.metric.TokenDivergence;

/**
 * A text that two models have walked through. All numbers must be finite.
 *
 * @param chunks the scored tokens of each chunk, as many in each
 * @param divergence over all of them
 */
record ComparedText(List<List<TokenDivergence>> chunks, ModelDivergence divergence) {

    private static final double P99 = 0.99;

    static ComparedText of(List<List<TokenDivergence>> chunks) {
        return new ComparedText(chunks, ModelDivergence.of(chunks.stream().flatMap(List::stream).toList()).orElseThrow());
    }

    /** With block bootstrap over the chunks, and standard errors as {@link ModelDivergence} has them. */
    SequencedMap<Metric, Estimate> estimates(Bootstrap bootstrap) {
        SequencedMap<Metric, Estimate> estimates = new LinkedHashMap<>();
        put(estimates, Metric.KL_DIVERGENCE, divergence.klDivergence(), bootstrap, mean(TokenDivergence::klDivergence));
        Statistic tail = new BlockQuantile(chunks.stream()
                .map(chunk -> chunk.stream().mapToDouble(TokenDivergence::klDivergence).toArray()).toList(), P99);
        estimates.put(Metric.KL_DIVERGENCE_P99, Estimate.of(Metric.KL_DIVERGENCE_P99, divergence.percentiles().p99(),
                divergence.tokens(), bootstrap.overBlocks("chunks", chunks.size(), tail)));
        put(estimates, Metric.TOP_TOKEN_AGREEMENT, divergence.topTokenAgreement(), bootstrap, mean(token -> token.sameTop() ? 1 : 0));
        Statistic difference = mean(token -> token.baseLogLikelihood() - token.logLikelihood());
        put(estimates, Metric.PERPLEXITY_RATIO, divergence.perplexityRatio(), bootstrap, drawn -> exp(difference.of(drawn)));
        return estimates;
    }

    private void put(SequencedMap<Metric, Estimate> into, Metric metric, MeanEstimate found, Bootstrap bootstrap, Statistic statistic) {
        into.put(metric, Estimate.of(metric, found.value(), divergence.tokens(),
                bootstrap.overBlocks("chunks", chunks.size(), statistic).withStderr(found.stderr())));
    }

    private Statistic mean(ToDoubleFunction<TokenDivergence> quantity) {
        return new Mean(chunks.stream().mapToDouble(chunk -> chunk.stream().mapToDouble(quantity).average().orElseThrow()).toArray());
    }

    private static OptionalDouble exp(OptionalDouble nats) {
        return nats.isEmpty() ? nats : OptionalDouble.of(Math.exp(nats.getAsDouble()));
    }
}
