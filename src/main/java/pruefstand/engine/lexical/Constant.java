package pruefstand.engine.lexical;

import java.util.List;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.engine.Reranker;

/** To which all texts are the same: one vector for each, one score for each. What it reaches, a metric gives away for nothing. */
final class Constant implements Encoder, Reranker {

    @Override
    public int dimension() {
        return 1;
    }

    @Override
    public int maxInputTokens() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        return texts.stream().map(text -> new Embedding(new float[] {1}, (int) text.codePoints().count(), false)).toList();
    }

    @Override
    public double[] rerank(String query, List<String> documents) {
        return new double[documents.size()];
    }
}
