package pruefstand.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** Hashed character trigrams, as the reference values define them: 256 counts, scaled to length 1. */
public final class TrigramEncoder implements Encoder {

    @Override
    public int dimension() {
        return 256;
    }

    @Override
    public int maxInputTokens() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        return texts.stream().map(text -> new Embedding(vector(text), text.length(), false)).toList();
    }

    private static float[] vector(String text) {
        int[] points = (" " + text.toLowerCase(Locale.ROOT) + " ").codePoints().toArray();
        int[] counts = new int[256];
        IntStream.range(0, Math.max(0, points.length - 2)).forEach(i -> counts[hash(new String(points, i, 3))]++);
        double length = Math.sqrt(Arrays.stream(counts).mapToLong(count -> (long) count * count).sum());
        float[] vector = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            vector[i] = length == 0 ? 0 : (float) (counts[i] / length);
        }
        return vector;
    }

    private static int hash(String trigram) {
        CRC32 crc = new CRC32();
        crc.update(trigram.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % 256);
    }
}
