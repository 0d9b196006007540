package pruefstand.engine.journal;

import java.util.List;
import pruefstand.engine.Journal;
import pruefstand.engine.Reranker;

/** Keeps scores of documents. */
record JournalledReranker(Reranker reranker, Journal journal) implements Reranker {

    @Override
    public int maxInputTokens() {
        return reranker.maxInputTokens();
    }

    @Override
    public double[] rerank(String query, List<String> documents) {
        return journal.answer("reranking", List.of(query, documents), double[].class, () -> reranker.rerank(query, documents));
    }
}
