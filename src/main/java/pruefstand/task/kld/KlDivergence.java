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
        List<List<TokenDivergence>> chunks = chunks(request, progress);
        return new KldResult(ModelDivergence.of(chunks.stream().flatMap(List::stream).toList()).orElseThrow(), chunks.size(),
                context(request));
    }

    /**
     * Compares them over a text, token by token.
     *
     * @return the scored tokens of each chunk
     * @throws Refusal if their vocabularies differ or the text is too short
     */
    List<List<TokenDivergence>> chunks(KldRequest request, Progress progress) {
        checkVocabularies(request.text());
        List<TokenSequence> sequences = Chunks.sequences(base.scorer(), request.text(), context(request));
        List<List<TokenDivergence>> chunks = new ArrayList<>();
        for (TokenSequence chunk : sequences) {
            progress.at((long) chunks.size() * chunk.scored(), (long) sequences.size() * chunk.scored());
            chunks.add(List.of(candidate.journal().answer("divergences", chunk, TokenDivergence[].class,
                    () -> compare(chunk).toArray(TokenDivergence[]::new))));
        }
        progress.at(chunks.size(), chunks.size());
        return chunks;
    }

    /** Tokens of a chunk, as far as both models can hold them. */
    int context(KldRequest request) {
        return Math.min(request.context(), Math.min(base.scorer().contextLength(), candidate.scorer().contextLength()));
    }

    private List<TokenDivergence> compare(TokenSequence chunk) {
        List<TokenDivergence> into = new ArrayList<>();
        LogitCursor ofBase = base.logits().walk(chunk);
        LogitCursor ofCandidate = candidate.logits().walk(chunk);
        for (int token = chunk.from(); ofBase.advance() && ofCandidate.advance(); token++) {
            into.add(compare(ofBase.logits(), ofCandidate.logits(), chunk.tokens()[token]));
        }
        return into;
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
