package pruefstand.engine.lexical;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;
import pruefstand.vector.UnitLength;

/**
 * The mean of the vectors of a text's words. Words are cut at the boundaries of Unicode and looked up as written, then in lower
 * case; unknown ones are passed over, and a text of unknown words has the zero vector.
 *
 * @param file the vectors
 * @param normalize whether the mean is scaled to length 1
 */
record WordVectors(WordVectorFile file, boolean normalize) implements Encoder {

    @Override
    public int dimension() {
        return file.dimension();
    }

    @Override
    public int maxInputTokens() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }

    private Embedding embed(String text) {
        double[] sums = new double[dimension()];
        int known = 0;
        for (String word : words(text)) {
            if (file.add(word, sums) || file.add(word.toLowerCase(Locale.ROOT), sums)) {
                known++;
            }
        }
        float[] vector = new float[sums.length];
        for (int i = 0; known > 0 && i < sums.length; i++) {
            vector[i] = (float) (sums[i] / known);
        }
        if (normalize) {
            UnitLength.scale(vector);
        }
        return new Embedding(vector, known, false);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (StandardTokenizer tokenizer = new StandardTokenizer()) {
            CharTermAttribute word = tokenizer.addAttribute(CharTermAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                words.add(word.toString());
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
