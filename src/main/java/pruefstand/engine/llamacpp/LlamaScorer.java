package pruefstand.engine.llamacpp;

import java.util.Arrays;
import java.util.List;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.Vocabulary;

/** Log-likelihoods from the logits of {@code llama_decode}, read where llama.cpp holds them. */
final class LlamaScorer implements TokenScorer {

    private final LlamaVocabulary vocabulary;
    private final ContextSlot contexts;
    private final int contextLength;
    private final int threads;

    LlamaScorer(LlamaVocabulary vocabulary, ContextSlot contexts, int contextLength, int threads) {
        this.vocabulary = vocabulary;
        this.contexts = contexts;
        this.contextLength = contextLength;
        this.threads = threads;
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary.description();
    }

    @Override
    public int contextLength() {
        return contextLength;
    }

    @Override
    public int[] tokenize(String text, boolean addSpecial) {
        return vocabulary.tokenize(text, addSpecial);
    }

    @Override
    public byte[] bytesOf(int token) {
        return vocabulary.bytesOf(token);
    }

    @Override
    public List<TokenScores> score(List<TokenSequence> sequences) {
        sequences.forEach(this::check);
        TokenScores[] scores = new TokenScores[sequences.size()];
        for (ScoringBatch batch : ScoringBatch.plan(sequences, contextLength)) {
            List<TokenSequence> members = batch.members().stream().map(sequences::get).toList();
            LlamaContext context = openFor(batch.shape());
            List<TokenScores> scored = new BatchScoring(context, batch.shape(), vocabulary().size(), members).run();
            for (int i = 0; i < members.size(); i++) {
                scores[batch.members().get(i)] = scored.get(i);
            }
        }
        return List.of(scores);
    }

    private LlamaContext openFor(ScoringShape shape) {
        return contexts.open(new ContextSettings(shape.room() * shape.sequences(), shape.sequences(), ScoringShape.BATCH,
                ScoringShape.BATCH, threads, new ContextSettings.Use.Logits()));
    }

    private void check(TokenSequence sequence) {
        if (sequence.tokens().length > contextLength + 1) {
            throw new IllegalArgumentException(
                    "a sequence of " + sequence.tokens().length + " tokens in a context of " + contextLength);
        }
        Arrays.stream(sequence.tokens()).forEach(vocabulary::check);
    }
}
