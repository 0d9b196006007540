package pruefstand.engine.journal;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import pruefstand.engine.Journal;
import pruefstand.engine.MaskedModel;
import pruefstand.engine.MaskedScores;
import pruefstand.engine.TokenCandidate;

/** Keeps guesses and scores of hidden tokens. */
record JournalledMaskedModel(MaskedModel model, Journal journal) implements MaskedModel {

    @Override
    public String mask() {
        return model.mask();
    }

    @Override
    public int maxInputTokens() {
        return model.maxInputTokens();
    }

    @Override
    public List<List<TokenCandidate>> fill(List<String> texts, int count) {
        TokenCandidate[][] found = journal.answer("fill", List.of(texts, count), TokenCandidate[][].class, () -> model.fill(texts, count)
                .stream().map(candidates -> candidates.toArray(TokenCandidate[]::new)).toArray(TokenCandidate[][]::new));
        return Stream.of(found).map(List::of).toList();
    }

    @Override
    public OptionalInt tokenOf(String word, String text) {
        return model.tokenOf(word, text);
    }

    @Override
    public List<MaskedScores> score(List<String> texts) {
        return List.of(journal.answer("masked", texts, MaskedScores[].class, () -> model.score(texts).toArray(MaskedScores[]::new)));
    }
}
