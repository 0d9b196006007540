package pruefstand.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A cross-encoder that scores a document as it is told, whatever the query.
 *
 * @param score of a document
 * @param read every list of documents that it was given, in order
 */
public record FakeReranker(ToDoubleFunction<String> score, List<List<String>> read) implements BareEngine, Reranker {

    public static FakeReranker of(ToDoubleFunction<String> score) {
        return new FakeReranker(score, new ArrayList<>());
    }

    @Override
    public Optional<Reranker> reranker() {
        return Optional.of(this);
    }

    @Override
    public int maxInputTokens() {
        return 512;
    }

    @Override
    public double[] rerank(String query, List<String> documents) {
        read.add(documents);
        return documents.stream().mapToDouble(score).toArray();
    }
}
