package pruefstand.engine.onnx;

import java.util.Arrays;
import java.util.List;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.Vocabulary;

/** Log-likelihoods from the logits of a decoder. What several sequences begin with is read once where the graph can go on from it. */
final class OnnxScorer implements TokenScorer {

    private final OnnxDecoder decoder;

    OnnxScorer(OnnxDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Vocabulary vocabulary() {
        return decoder.vocabulary().description();
    }

    @Override
    public int contextLength() {
        return decoder.contextLength();
    }

    @Override
    public int[] tokenize(String text, boolean addSpecial) {
        return decoder.vocabulary().tokenizer().ids(text, addSpecial);
    }

    @Override
    public byte[] bytesOf(int token) {
        decoder.vocabulary().check(token);
        return decoder.vocabulary().bytes().of(token);
    }

    @Override
    public List<TokenScores> score(List<TokenSequence> sequences) {
        sequences.forEach(this::check);
        TokenScores[] scores = new TokenScores[sequences.size()];
        for (SequenceGroup group : SequenceGroup.plan(sequences, decoder.remembers(), decoder.budget())) {
            List<TokenSequence> members = group.members().stream().map(sequences::get).toList();
            List<TokenScores> scored = new GroupScoring(decoder, members).run(group.shared());
            for (int i = 0; i < members.size(); i++) {
                scores[group.members().get(i)] = scored.get(i);
            }
        }
        return List.of(scores);
    }

    private void check(TokenSequence sequence) {
        if (SequenceGroup.read(sequence) > decoder.contextLength()) {
            throw new IllegalArgumentException(
                    "a sequence of " + sequence.tokens().length + " tokens in a context of " + decoder.contextLength());
        }
        Arrays.stream(sequence.tokens()).forEach(decoder.vocabulary()::check);
    }
}
