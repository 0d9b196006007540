package pruefstand.engine.journal;

import java.util.List;
import pruefstand.engine.Journal;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.TokenScores;
import pruefstand.engine.TokenSequence;
import pruefstand.engine.Vocabulary;

/** Keeps scores of tokens; tokenizing is quick. */
record JournalledScorer(TokenScorer scorer, Journal journal) implements TokenScorer {

    @Override
    public Vocabulary vocabulary() {
        return scorer.vocabulary();
    }

    @Override
    public int contextLength() {
        return scorer.contextLength();
    }

    @Override
    public int[] tokenize(String text, boolean addSpecial) {
        return scorer.tokenize(text, addSpecial);
    }

    @Override
    public byte[] bytesOf(int token) {
        return scorer.bytesOf(token);
    }

    @Override
    public List<TokenScores> score(List<TokenSequence> sequences) {
        return List.of(journal.answer("tokens", sequences, TokenScores[].class,
                () -> scorer.score(sequences).toArray(TokenScores[]::new)));
    }
}
