package pruefstand.engine.llamacpp;

import java.util.Arrays;
import java.util.List;
import pruefstand.engine.Reranker;

/** Scores from a model with a head for ranking: the first number that it gives for a query and a document read together. */
final class LlamaReranker implements Reranker {

    private final RerankPrompt prompt;
    private final PooledTexts texts;
    private final int maxInputTokens;

    LlamaReranker(RerankPrompt prompt, ContextSlot contexts, int maxInputTokens, int threads) {
        this.prompt = prompt;
        this.texts = new PooledTexts(contexts, Poolings.RANK, threads);
        this.maxInputTokens = maxInputTokens;
    }

    @Override
    public int maxInputTokens() {
        return maxInputTokens;
    }

    @Override
    public double[] rerank(String query, List<String> documents) {
        List<EncoderInput> pairs = documents.stream().map(document -> prompt.of(query, document, maxInputTokens)).toList();
        return Arrays.stream(texts.read(pairs, 1)).mapToDouble(scores -> scores[0]).toArray();
    }
}
