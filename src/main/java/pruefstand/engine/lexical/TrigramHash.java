package pruefstand.engine.lexical;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;

/**
 * Hashed character trigrams: a space, the text in lower case, a space; each three consecutive code points count in the class
 * that CRC-32 of their UTF-8 bytes gives modulo 256. The counts, scaled to length 1, are the vector; an empty text has the zero
 * vector. The counts are whole numbers, so every language and machine gets the same bits.
 */
final class TrigramHash implements Encoder {

    private static final int CLASSES = 256;
    private static final int WINDOW = 3;

    @Override
    public int dimension() {
        return CLASSES;
    }

    @Override
    public int maxInputTokens() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        return texts.stream().map(TrigramHash::embed).toList();
    }

    private static Embedding embed(String text) {
        int[] counts = counts(text);
        long squares = 0;
        int trigrams = 0;
        for (int count : counts) {
            squares += (long) count * count;
            trigrams += count;
        }
        float[] vector = new float[CLASSES];
        for (int i = 0; squares > 0 && i < CLASSES; i++) {
            vector[i] = (float) (counts[i] / Math.sqrt(squares));
        }
        return new Embedding(vector, trigrams, false);
    }

    /** How many trigrams fall into each class. */
    static int[] counts(String text) {
        int[] points = (" " + text.toLowerCase(Locale.ROOT) + " ").codePoints().toArray();
        int[] counts = new int[CLASSES];
        for (int i = 0; i + WINDOW <= points.length; i++) {
            counts[(int) (crc(new String(points, i, WINDOW)) % CLASSES)]++;
        }
        return counts;
    }

    /** CRC-32 of the UTF-8 bytes, as zlib computes it, without sign. */
    static long crc(String trigram) {
        CRC32 crc = new CRC32();
        crc.update(trigram.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
