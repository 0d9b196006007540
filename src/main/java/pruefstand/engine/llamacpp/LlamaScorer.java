package pruefstand.engine.llamacpp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pruefstand.engine.LogitCursor;
import pruefstand.engine.LogitSource;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.Vocabulary;

/** Log-likelihoods from the logits of {@code llama_decode}, read where llama.cpp holds them. */
final class LlamaScorer implements TokenScorer, LogitSource {

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
        for (ScoringBatch batch : new ScoringPlan(sequences, contextLength).batches()) {
            List<TokenSequence> members = batch.members().stream().map(sequences::get).toList();
            List<TokenScores> scored = switch (batch) {
                case ScoringBatch.Apart(var shape, _) -> apart(shape, members);
                case ScoringBatch.Sharing(var shape, _) -> sharing(shape, members);
            };
            for (int i = 0; i < members.size(); i++) {
                scores[batch.members().get(i)] = scored.get(i);
            }
        }
        return List.of(scores);
    }

    private List<TokenScores> apart(ScoringShape shape, List<TokenSequence> members) {
        LlamaContext context = open(shape.room() * shape.sequences(), shape.sequences(), new ContextSettings.Use.Logits());
        return new BatchScoring(context, TokenGrid.whole(members, shape), vocabulary().size()).run();
    }

    private List<TokenScores> sharing(ContinuationShape shape, List<TokenSequence> members) {
        LlamaContext context = open(shape.room(), ContinuationShape.SEQUENCES, new ContextSettings.Use.SharedLogits());
        new BatchScoring(context, TokenGrid.beginning(members.getFirst(), shape.prefix()), vocabulary().size()).run();
        List<TokenScores> scores = new ArrayList<>();
        for (int call = 0; call < shape.calls(); call++) {
            List<TokenSequence> some = members.subList(members.size() * call / shape.calls(),
                    members.size() * (call + 1) / shape.calls());
            for (int sequence = 1; sequence <= some.size(); sequence++) {
                context.copySequence(0, sequence);
            }
            scores.addAll(new BatchScoring(context, TokenGrid.rests(some, shape), vocabulary().size()).run());
            for (int sequence = 1; sequence <= some.size(); sequence++) {
                context.removeSequence(sequence);
            }
        }
        return scores;
    }

    private LlamaContext open(int tokens, int sequences, ContextSettings.Use use) {
        return contexts.open(new ContextSettings(tokens, sequences, ScoringShape.BATCH, ScoringShape.BATCH, threads, use));
    }

    @Override
    public LogitCursor walk(TokenSequence sequence) {
        check(sequence);
        int room = ScoringShape.of(sequence.tokens().length - 1, contextLength).room();
        return new LlamaLogits(contexts.open(new ContextSettings(room, 1, LlamaLogits.BATCH, LlamaLogits.BATCH, threads,
                new ContextSettings.Use.Logits())), sequence, vocabulary().size());
    }

    private void check(TokenSequence sequence) {
        if (sequence.tokens().length > contextLength + 1) {
            throw new IllegalArgumentException(
                    "a sequence of " + sequence.tokens().length + " tokens in a context of " + contextLength);
        }
        Arrays.stream(sequence.tokens()).forEach(vocabulary::check);
    }
}
