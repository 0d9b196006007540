package pruefstand.task.kld;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import pruefstand.metric.BlockQuantile;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Interval;
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
        Map<Metric, Interval> intervals = new HashMap<>();
        statistics().forEach((metric, statistic) -> intervals.put(metric, bootstrap.overBlocks("chunks", chunks.size(), statistic)));
        SequencedMap<Metric, Estimate> estimates = new LinkedHashMap<>();
        put(estimates, Metric.KL_DIVERGENCE, divergence.klDivergence(), intervals);
        estimates.put(Metric.KL_DIVERGENCE_P99, Estimate.of(Metric.KL_DIVERGENCE_P99, divergence.percentiles().p99(),
                divergence.tokens(), intervals.get(Metric.KL_DIVERGENCE_P99)));
        put(estimates, Metric.TOP_TOKEN_AGREEMENT, divergence.topTokenAgreement(), intervals);
        put(estimates, Metric.PERPLEXITY_RATIO, divergence.perplexityRatio(), intervals);
        return estimates;
    }

    /** Each metric of some of the chunks. */
    Map<Metric, Statistic> statistics() {
        Statistic difference = mean(token -> token.baseLogLikelihood() - token.logLikelihood());
        Statistic tail = new BlockQuantile(chunks.stream()
                .map(chunk -> chunk.stream().mapToDouble(TokenDivergence::klDivergence).toArray()).toList(), P99);
        return Map.of(Metric.KL_DIVERGENCE, mean(TokenDivergence::klDivergence), Metric.KL_DIVERGENCE_P99, tail,
                Metric.TOP_TOKEN_AGREEMENT, mean(token -> token.sameTop() ? 1 : 0),
                Metric.PERPLEXITY_RATIO, drawn -> exp(difference.of(drawn)));
    }

    private void put(SequencedMap<Metric, Estimate> into, Metric metric, MeanEstimate found, Map<Metric, Interval> intervals) {
        into.put(metric, Estimate.of(metric, found.value(), divergence.tokens(), intervals.get(metric).withStderr(found.stderr())));
    }

    private Statistic mean(ToDoubleFunction<TokenDivergence> quantity) {
        return new Mean(chunks.stream().mapToDouble(chunk -> chunk.stream().mapToDouble(quantity).average().orElseThrow()).toArray());
    }

    private static OptionalDouble exp(OptionalDouble nats) {
        return nats.isEmpty() ? nats : OptionalDouble.of(Math.exp(nats.getAsDouble()));
    }
}
