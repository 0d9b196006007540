package pruefstand.engine.llamacpp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.vector.LogSoftmax;

/** Scores the sequences of one batch, each as a sequence of its own in the context. */
final class BatchScoring {

    private static final int OUTPUTS = 16;

    private final LlamaContext context;
    private final ScoringShape shape;
    private final int vocabulary;
    private final List<TokenSequence> members;
    private final List<TokenScores> scores;

    BatchScoring(LlamaContext context, ScoringShape shape, int vocabulary, List<TokenSequence> members) {
        this.context = context;
        this.shape = shape;
        this.vocabulary = vocabulary;
        this.members = members;
        scores = members.stream().map(s -> new TokenScores(new double[s.scored()], new boolean[s.scored()])).toList();
    }

    List<TokenScores> run() {
        int total = shape.length() * members.size();
        for (int start = 0; start < total; start += ScoringShape.BATCH) {
            int end = Math.min(total, start + ScoringShape.BATCH);
            fill(start, end);
            context.compute();
            for (int slot = start; slot < end; slot++) {
                if (isScored(slot)) {
                    read(slot, context.logits(slot - start, vocabulary));
                }
            }
        }
        return scores;
    }

    private void fill(int start, int end) {
        context.batch().clear();
        int needless = needlessOutputs(start, end);
        for (int slot = start; slot < end; slot++) {
            int[] tokens = members.get(slot / shape.length()).tokens();
            int position = slot % shape.length();
            boolean scored = isScored(slot);
            context.batch().add(tokens[Math.min(position, tokens.length - 1)], position, slot / shape.length(),
                    scored || needless > 0);
            needless -= scored ? 0 : 1;
        }
    }

    /** Outputs that nobody reads: one or two rows are multiplied by another kernel than many, with other last bits. */
    private int needlessOutputs(int start, int end) {
        int scored = (int) IntStream.range(start, end).filter(this::isScored).count();
        return Math.ceilDiv(scored, OUTPUTS) * OUTPUTS - scored;
    }

    /** Whether the logits after this slot say something about a token that is scored. */
    private boolean isScored(int slot) {
        TokenSequence sequence = members.get(slot / shape.length());
        int next = slot % shape.length() + 1;
        return next >= sequence.from() && next < sequence.tokens().length;
    }

    private void read(int slot, MemorySegment logits) {
        int member = slot / shape.length();
        int next = slot % shape.length() + 1;
        TokenSequence sequence = members.get(member);
        int token = sequence.tokens()[next];
        LogSoftmax softmax = LogSoftmax.of(logits);
        TokenScores into = scores.get(member);
        into.logLikelihoods()[next - sequence.from()] =
                softmax.logProbability(logits.getAtIndex(ValueLayout.JAVA_FLOAT, token));
        into.greedy()[next - sequence.from()] = softmax.argmax() == token;
    }
}
