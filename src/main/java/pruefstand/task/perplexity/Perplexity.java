package pruefstand.task.perplexity;

import java.util.List;
import java.util.OptionalDouble;
import pruefstand.engine.TokenScorer;
import pruefstand.metric.NegativeLogLikelihood;
import pruefstand.task.Progress;
import pruefstand.text.Refusal;

/** Measures how well a language model predicts a text. */
public final class Perplexity {

    /** Half a chunk must hold a token to score. */
    static final int SMALLEST_CONTEXT = 4;

    private Perplexity() {
    }

    /**
     * Scores a text by the method asked for.
     *
     * @throws Refusal if the text is too short for the method, or the vocabulary lacks what it needs
     */
    public static PerplexityResult measure(TokenScorer scorer, PerplexityRequest request, Progress progress) {
        int context = Math.min(request.context(), scorer.contextLength());
        if (context < SMALLEST_CONTEXT) {
            throw Refusal.input("task.perplexity.context", context, SMALLEST_CONTEXT);
        }
        List<Block> blocks = blocks(scorer, request, context);
        if (blocks.stream().allMatch(block -> block.sequences().isEmpty())) {
            throw Refusal.input("task.perplexity.empty");
        }
        return result(request, context, BlockScorer.score(scorer, blocks, progress), blocks);
    }

    private static List<Block> blocks(TokenScorer scorer, PerplexityRequest request, int context) {
        return switch (request.method()) {
            case LLAMA_CPP -> Chunks.of(scorer, request.text(), context);
            case LM_EVAL -> List.of(RollingWindows.of(scorer, request.text(), context));
            case SPANS -> SpanBlocks.of(scorer, Span.cut(request.text(), request.spans()), context);
        };
    }

    private static PerplexityResult result(PerplexityRequest request, int context, List<BlockScore> scores, List<Block> blocks) {
        NegativeLogLikelihood nll = NegativeLogLikelihood.sum(scores.stream().map(BlockScore::nll).toList());
        long bytes = scores.stream().mapToLong(BlockScore::bytes).sum();
        return new PerplexityResult(nll.tokenPerplexity().orElseThrow(), nll.tokenPerplexityStandardError(),
                nll.mean().orElseThrow(), nll.tokens(), processed(blocks), chunks(request.method(), blocks), context, request.method(),
                nll.bitsPerByte(bytes), bytePerplexity(request.method(), nll, bytes), wordPerplexity(request, nll));
    }

    private static long processed(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block.sequences().stream()).mapToLong(sequence -> sequence.tokens().length).sum();
    }

    private static int chunks(PerplexityMethod method, List<Block> blocks) {
        return method == PerplexityMethod.LM_EVAL ? blocks.getFirst().sequences().size() : blocks.size();
    }

    private static OptionalDouble bytePerplexity(PerplexityMethod method, NegativeLogLikelihood nll, long bytes) {
        return switch (method) {
            case LLAMA_CPP -> OptionalDouble.empty();
            case LM_EVAL, SPANS -> nll.bytePerplexity(bytes);
        };
    }

    private static OptionalDouble wordPerplexity(PerplexityRequest request, NegativeLogLikelihood nll) {
        return switch (request.method()) {
            case LLAMA_CPP, SPANS -> OptionalDouble.empty();
            case LM_EVAL -> nll.wordPerplexity(Words.count(request.text()));
        };
    }
}
