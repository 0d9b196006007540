package pruefstand.engine.journal;

import java.util.List;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.engine.Journal;

/** Keeps vectors. */
record JournalledEncoder(Encoder encoder, Journal journal) implements Encoder {

    @Override
    public int dimension() {
        return encoder.dimension();
    }

    @Override
    public int maxInputTokens() {
        return encoder.maxInputTokens();
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        return List.of(journal.answer("embeddings", texts, Embedding[].class, () -> encoder.embed(texts).toArray(Embedding[]::new)));
    }
}
