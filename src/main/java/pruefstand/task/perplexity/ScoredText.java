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
 * A text scored in chunks, in spans and in rolling windows.
 *
 * @param size of the text
 * @param chunks by the method of llama.cpp, at least one
 * @param spans of whole paragraphs, covering the text
 * @param windows by the method of lm-eval, covering the text; none where they were not asked for
 */
record ScoredText(TextSize size, List<BlockScore> chunks, List<BlockScore> spans, List<BlockScore> windows) {

    static NegativeLogLikelihood total(List<BlockScore> blocks) {
        return NegativeLogLikelihood.sum(blocks.stream().map(BlockScore::nll).toList());
    }

    /** Bits per byte over the spans, perplexity of tokens and nll over the chunks, that of words and bytes over the windows. All scores must be finite. */
    SequencedMap<Metric, Estimate> estimates(Bootstrap bootstrap) {
        SequencedMap<Metric, Estimate> estimates = new LinkedHashMap<>();
        estimates.put(Metric.BITS_PER_BYTE, bitsPerByte(bootstrap));
        NegativeLogLikelihood nll = total(chunks);
        estimates.put(Metric.TOKEN_PERPLEXITY, overChunks(Metric.TOKEN_PERPLEXITY, NegativeLogLikelihood::tokenPerplexity,
                nll.tokenPerplexityStandardError(), bootstrap));
        if (!windows.isEmpty()) {
            estimates.put(Metric.WORD_PERPLEXITY, overWindows(Metric.WORD_PERPLEXITY, size.words(), bootstrap));
            estimates.put(Metric.BYTE_PERPLEXITY, overWindows(Metric.BYTE_PERPLEXITY, size.bytes(), bootstrap));
        }
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

    /** A window ends within a word, so a draw of windows has as many tokens a word, or byte, as the whole text. */
    private Estimate overWindows(Metric metric, long units, Bootstrap bootstrap) {
        NegativeLogLikelihood nll = total(windows);
        double tokensPerUnit = (double) nll.tokens() / units;
        Interval interval = bootstrap.overBlocks("windows", windows.size(), drawn -> total(pick(windows, drawn)).mean().stream()
                .map(mean -> Math.exp(mean * tokensPerUnit)).findFirst());
        return Estimate.of(metric, Math.exp(nll.sum() / units), nll.tokens(), interval);
    }

    private static List<BlockScore> pick(List<BlockScore> blocks, int[] drawn) {
        return Arrays.stream(drawn).mapToObj(blocks::get).toList();
    }
}
