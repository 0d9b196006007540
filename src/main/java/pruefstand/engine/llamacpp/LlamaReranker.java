package pruefstand.engine.llamacpp;

import java.util.Arrays;
import java.util.List;
import pruefstand.engine.Reranker;

/** Scores from a model with a head for ranking: the first number that it gives for a query and a document read together. */
final class LlamaReranker implements Reranker {

    private final LlamaVocabulary vocabulary;
    private final TextPair pair;
    private final PooledTexts texts;
    private final int maxInputTokens;

    LlamaReranker(LlamaVocabulary vocabulary, ContextSlot contexts, int maxInputTokens, int threads) {
        this.vocabulary = vocabulary;
        this.pair = vocabulary.pair();
        this.texts = new PooledTexts(contexts, Poolings.RANK, threads);
        this.maxInputTokens = maxInputTokens;
    }

    @Override
    public int maxInputTokens() {
        return maxInputTokens;
    }

    @Override
    public double[] rerank(String query, List<String> documents) {
        int[] asked = vocabulary.tokenize(query, false);
        List<EncoderInput> pairs = documents.stream()
                .map(document -> pair.join(asked, vocabulary.tokenize(document, false), maxInputTokens)).toList();
        return Arrays.stream(texts.read(pairs, 1)).mapToDouble(scores -> scores[0]).toArray();
    }
}
