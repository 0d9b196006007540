package pruefstand.engine;

import java.util.List;
import java.util.function.Function;

/** Gives each text the vector that a function gives it. */
public record FakeEncoder(int dimension, Function<String, float[]> vectors) implements Encoder {

    @Override
    public int maxInputTokens() {
        return 64;
    }

    /** A word is a token; longer texts are reported as cut. */
    @Override
    public List<Embedding> embed(List<String> texts) {
        return texts.stream().map(text -> {
            int words = text.split(" ").length;
            return new Embedding(vectors.apply(text), Math.min(words, maxInputTokens()), words > maxInputTokens());
        }).toList();
    }
}
