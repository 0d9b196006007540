package pruefstand.engine.lexical;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.text.Sha256;
import pruefstand.vector.UnitLength;

/**
 * Vectors that know nothing: 256 normally distributed numbers, scaled to length 1, drawn by {@link Random} with the first eight
 * bytes of the text's SHA-256 as its seed. So a text always has the same vector, on every machine.
 */
final class RandomVectors implements Encoder {

    private static final int DIMENSION = 256;

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public int maxInputTokens() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        return texts.stream().map(text -> new Embedding(vector(text), (int) text.codePoints().count(), false)).toList();
    }

    private static float[] vector(String text) {
        Random random = new Random(seed(text));
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        UnitLength.scale(vector);
        return vector;
    }

    private static long seed(String text) {
        return ByteBuffer.wrap(Sha256.of(text)).getLong();
    }
}
