package pruefstand.engine.llamacpp;

import java.util.ArrayList;
import java.util.List;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.vector.UnitLength;

/** Vectors that llama.cpp pools. A text without any token has the zero vector. */
final class LlamaEncoder implements Encoder {

    private final LlamaVocabulary vocabulary;
    private final PooledTexts texts;
    private final EncoderSettings settings;

    LlamaEncoder(LlamaVocabulary vocabulary, ContextSlot contexts, EncoderSettings settings) {
        this.vocabulary = vocabulary;
        this.texts = new PooledTexts(contexts, Poolings.number(settings.pooling()), settings.threads());
        this.settings = settings;
    }

    @Override
    public int dimension() {
        return settings.dimension();
    }

    @Override
    public int maxInputTokens() {
        return settings.maxInputTokens();
    }

    @Override
    public List<Embedding> embed(List<String> sentences) {
        List<EncoderInput> inputs = sentences.stream().map(text -> EncoderInput.of(text, vocabulary, maxInputTokens())).toList();
        float[][] vectors = texts.read(inputs, dimension());
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            EncoderInput input = inputs.get(i);
            if (settings.normalize()) {
                UnitLength.scale(vectors[i]);
            }
            embeddings.add(new Embedding(vectors[i], input.tokens().length, input.truncated()));
        }
        return List.copyOf(embeddings);
    }
}
