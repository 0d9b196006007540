package pruefstand.engine.llamacpp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.vector.LogSoftmax;

/** Decodes a grid of tokens and scores from the logits, each member as a sequence of its own in the context. */
final class BatchScoring {

    private static final int OUTPUTS = 16;

    private final LlamaContext context;
    private final TokenGrid grid;
    private final int vocabulary;
    private final List<TokenScores> scores;

    BatchScoring(LlamaContext context, TokenGrid grid, int vocabulary) {
        this.context = context;
        this.grid = grid;
        this.vocabulary = vocabulary;
        scores = grid.members().stream().map(s -> new TokenScores(new double[s.scored()], new boolean[s.scored()])).toList();
    }

    List<TokenScores> run() {
        int step = grid.step(context.settings().batch());
        for (int start = 0; start < grid.slots(); start += step) {
            int end = Math.min(grid.slots(), start + step);
            fill(start, end);
            context.compute();
            rows(start, end).forEach(row -> read(row.slot(), row.logits()));
        }
        return scores;
    }

    private void fill(int start, int end) {
        context.batch().clear();
        int needless = needlessOutputs(start, end);
        for (int slot = start; slot < end; slot++) {
            boolean scored = grid.isScored(slot);
            context.batch().add(grid.token(slot), grid.position(slot), grid.sequence() + grid.member(slot),
                    scored || needless > 0);
            needless -= scored ? 0 : 1;
        }
    }

    /** Outputs that nobody reads: one or two rows are multiplied by another kernel than many, with other last bits. */
    private int needlessOutputs(int start, int end) {
        int scored = (int) IntStream.range(start, end).filter(grid::isScored).count();
        return Math.ceilDiv(scored, OUTPUTS) * OUTPUTS - scored;
    }

    /** The logits that are read, all there before the first is: only reading them is safe in several threads. */
    private Stream<Row> rows(int start, int end) {
        List<Row> rows = IntStream.range(start, end).filter(grid::isScored)
                .mapToObj(slot -> new Row(slot, context.logits(slot - start, vocabulary))).toList();
        return context.settings().threads() > 1 ? rows.parallelStream() : rows.stream();
    }

    private void read(int slot, MemorySegment logits) {
        TokenSequence sequence = grid.members().get(grid.member(slot));
        int next = grid.position(slot) + 1;
        int token = sequence.tokens()[next];
        LogSoftmax softmax = LogSoftmax.of(logits);
        TokenScores into = scores.get(grid.member(slot));
        into.logLikelihoods()[next - sequence.from()] =
                softmax.logProbability(logits.getAtIndex(ValueLayout.JAVA_FLOAT, token));
        into.greedy()[next - sequence.from()] = softmax.argmax() == token;
    }

    private record Row(int slot, MemorySegment logits) {
    }
}
