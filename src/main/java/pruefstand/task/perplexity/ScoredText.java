package pruefstand.task.perplexity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Interval;
import pruefstand.metric.Metric;
import pruefstand.metric.NegativeLogLikelihood;

/**
 * A text scored in chunks and in spans.
 *
 * @param chunks by the method of llama.cpp, at least one
 * @param spans of whole paragraphs, covering the text
 */
record ScoredText(List<BlockScore> chunks, List<BlockScore> spans) {

    static NegativeLogLikelihood total(List<BlockScore> blocks) {
        return NegativeLogLikelihood.sum(blocks.stream().map(BlockScore::nll).toList());
    }

    /** Bits per byte over the spans, perplexity and nll over the chunks. All scores must be finite. */
    SequencedMap<Metric, Estimate> estimates(Bootstrap bootstrap) {
        SequencedMap<Metric, Estimate> estimates = new LinkedHashMap<>();
        estimates.put(Metric.BITS_PER_BYTE, bitsPerByte(bootstrap));
        NegativeLogLikelihood nll = total(chunks);
        estimates.put(Metric.TOKEN_PERPLEXITY, overChunks(Metric.TOKEN_PERPLEXITY, NegativeLogLikelihood::tokenPerplexity,
                nll.tokenPerplexityStandardError(), bootstrap));
        estimates.put(Metric.NLL, overChunks(Metric.NLL, NegativeLogLikelihood::mean, nll.standardError(), bootstrap));
        return estimates;
    }

    private Estimate bitsPerByte(Bootstrap bootstrap) {
        Interval interval = bootstrap.overBlocks("spans", spans.size(), drawn -> bitsPerByte(pick(spans, drawn)));
        return Estimate.of(Metric.BITS_PER_BYTE, bitsPerByte(spans).orElseThrow(), spans.size(), interval);
    }

    private static OptionalDouble bitsPerByte(List<BlockScore> spans) {
        return total(spans).bitsPerByte(spans.stream().mapToLong(BlockScore::bytes).sum());
    }

    private Estimate overChunks(Metric metric, Function<NegativeLogLikelihood, OptionalDouble> formula, OptionalDouble stderr,
            Bootstrap bootstrap) {
        Interval interval = bootstrap.overBlocks("chunks", chunks.size(), drawn -> formula.apply(total(pick(chunks, drawn))));
        NegativeLogLikelihood nll = total(chunks);
        return Estimate.of(metric, formula.apply(nll).orElseThrow(), nll.tokens(), interval.withStderr(stderr));
    }

    private static List<BlockScore> pick(List<BlockScore> blocks, int[] drawn) {
        return Arrays.stream(drawn).mapToObj(blocks::get).toList();
    }
}
