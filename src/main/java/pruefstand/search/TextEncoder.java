package pruefstand.search;

import java.util.List;
import java.util.function.Function;

/**
 * A bi-encoder as the search uses it.
 *
 * @param id what tells its vectors from those of others: hash of the file and whatever else they depend on; letters and digits
 * @param queryPrompt text before queries
 * @param passagePrompt text before passages
 * @param vectors one for each text, all of the same length
 */
public record TextEncoder(String id, String queryPrompt, String passagePrompt, Function<List<String>, List<float[]>> vectors) {

    float[] ofQuery(String query) {
        return unit(vectors.apply(List.of(queryPrompt + query)).getFirst());
    }

    List<float[]> ofPassages(List<String> texts) {
        return vectors.apply(texts.stream().map(text -> passagePrompt + text).toList()).stream().map(TextEncoder::unit).toList();
    }

    /** Scaled to length 1; a vector without a direction stays as it is. */
    private static float[] unit(float[] vector) {
        double square = 0;
        for (float each : vector) {
            square += (double) each * each;
        }
        float[] scaled = vector.clone();
        for (int i = 0; square > 0 && i < scaled.length; i++) {
            scaled[i] = (float) (scaled[i] / Math.sqrt(square));
        }
        return scaled;
    }
}
