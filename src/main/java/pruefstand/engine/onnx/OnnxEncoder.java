package pruefstand.engine.onnx;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.engine.EngineException;
import pruefstand.model.Pooling;
import pruefstand.vector.UnitLength;

/** Vectors that a graph gives, or that are pooled from what it gives for each token. A text without any has the zero vector. */
final class OnnxEncoder implements Encoder {

    private final TextReader reader;
    private final VectorOutput vectors;
    private final boolean normalize;

    OnnxEncoder(TextReader reader, VectorOutput vectors, boolean normalize) {
        this.reader = reader;
        this.vectors = vectors;
        this.normalize = normalize;
    }

    @Override
    public int dimension() {
        return vectors.dimension();
    }

    @Override
    public int maxInputTokens() {
        return reader.maxInputTokens();
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        List<Tokens> inputs = texts.stream().map(reader::tokens).toList();
        List<Tokens> read = inputs.stream().filter(tokens -> tokens.length() > 0).toList();
        Iterator<float[]> found = reader.compute(read, vectors.output(),
                (input, row, output) -> vector(row, read.get(input).length(), output)).iterator();
        return inputs.stream().map(tokens -> new Embedding(tokens.length() > 0 ? found.next() : new float[dimension()],
                tokens.length(), tokens.truncated())).toList();
    }

    private float[] vector(int row, int length, Output output) {
        if (output.width() != dimension()) {
            throw new EngineException("a vector of " + output.width() + " numbers, where " + dimension() + " were promised");
        }
        float[] vector = vectors.pooling().map(how -> pool(how, row, length, output))
                .orElseGet(() -> token(output.start(row), output));
        if (normalize) {
            UnitLength.scale(vector);
        }
        return vector;
    }

    private static float[] pool(Pooling pooling, int row, int length, Output output) {
        return switch (pooling) {
            case CLS -> token(output.start(row), output);
            case LAST -> token(output.start(row, length - 1), output);
            case MEAN -> mean(row, length, output);
        };
    }

    private static float[] token(int start, Output output) {
        return Arrays.copyOfRange(output.values(), start, start + output.width());
    }

    private static float[] mean(int row, int length, Output output) {
        double[] sums = new double[output.width()];
        for (int token = 0; token < length; token++) {
            int start = output.start(row, token);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += output.values()[start + i];
            }
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            mean[i] = (float) (sums[i] / length);
        }
        return mean;
    }
}
