package pruefstand.task.kld;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pruefstand.engine.LogitCursor;
import pruefstand.engine.TokenSequence;
import pruefstand.metric.ModelDivergence;
import pruefstand.metric.TokenDivergence;
import pruefstand.task.Progress;
import pruefstand.task.perplexity.Chunks;
import pruefstand.text.Refusal;
import pruefstand.vector.Divergence;
import pruefstand.vector.LogSoftmax;

/**
 * Compares a model with its base at the positions of the chunked perplexity. Both walk through each chunk side by side, so that
 * never more than the logits of one call of each are held, however long the text is.
 *
 * @param base what the candidate was made from
 * @param candidate what is judged
 */
public record KlDivergence(ComparedModel base, ComparedModel candidate) {

    /**
     * Compares them over a text.
     *
     * @throws Refusal if their vocabularies differ or the text is too short
     */
    public KldResult measure(KldRequest request, Progress progress) {
        int context = Math.min(request.context(), Math.min(base.scorer().contextLength(), candidate.scorer().contextLength()));
        checkVocabularies(request.text());
        List<TokenSequence> chunks = Chunks.sequences(base.scorer(), request.text(), context);
        List<TokenDivergence> tokens = new ArrayList<>();
        for (TokenSequence chunk : chunks) {
            progress.at(tokens.size(), (long) chunks.size() * chunk.scored());
            compare(chunk, tokens);
        }
        progress.at(tokens.size(), tokens.size());
        return new KldResult(ModelDivergence.of(tokens).orElseThrow(), chunks.size(), context);
    }

    private void compare(TokenSequence chunk, List<TokenDivergence> into) {
        LogitCursor ofBase = base.logits().walk(chunk);
        LogitCursor ofCandidate = candidate.logits().walk(chunk);
        for (int token = chunk.from(); ofBase.advance() && ofCandidate.advance(); token++) {
            into.add(compare(ofBase.logits(), ofCandidate.logits(), chunk.tokens()[token]));
        }
    }

    private static TokenDivergence compare(MemorySegment base, MemorySegment candidate, int token) {
        LogSoftmax ofBase = LogSoftmax.of(base);
        LogSoftmax ofCandidate = LogSoftmax.of(candidate);
        return new TokenDivergence(Divergence.of(base, ofBase, candidate, ofCandidate),
                ofBase.logProbability(base.getAtIndex(ValueLayout.JAVA_FLOAT, token)),
                ofCandidate.logProbability(candidate.getAtIndex(ValueLayout.JAVA_FLOAT, token)),
                ofBase.argmax() == ofCandidate.argmax());
    }

    // The whole vocabularies are not compared token by token: that would take longer than many a text.
    private void checkVocabularies(String text) {
        int[] tokens = base.scorer().tokenize(text, true);
        boolean same = base.scorer().vocabulary().equals(candidate.scorer().vocabulary())
                && Arrays.equals(tokens, candidate.scorer().tokenize(text, true))
                && Arrays.stream(tokens).distinct()
                        .allMatch(token -> Arrays.equals(base.scorer().bytesOf(token), candidate.scorer().bytesOf(token)));
        if (!same) {
            throw Refusal.input("task.kld.vocabulary", base.name(), base.scorer().vocabulary().size(), candidate.name(),
                    candidate.scorer().vocabulary().size());
        }
    }
}
