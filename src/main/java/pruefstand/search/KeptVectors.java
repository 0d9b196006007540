package pruefstand.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors of passages that a search made with an encoder and kept.
 *
 * @param encoder name of the model that made them
 * @param byText of a passage's title and text
 */
public record KeptVectors(String encoder, Map<String, float[]> byText) {

    /** No vectors. */
    public static final KeptVectors NONE = new KeptVectors("", Map.of());

    /**
     * Those of some passages, as far as they are there; no model runs.
     *
     * @param folder that keeps the index of a search
     * @param id of the encoder, as the search knows it
     * @param encoder its name
     * @throws UncheckedIOException if the file that is there cannot be read
     */
    public static KeptVectors of(Path folder, String id, String encoder, List<Passage> passages) {
        try {
            return new KeptVectors(encoder, VectorStore.kept(folder, id, passages.stream().map(PassageIndex::searched).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mean of the vectors of all paragraphs under one title; empty where one is missing. */
    public Optional<float[]> of(String title, List<String> paragraphs) {
        List<float[]> vectors = paragraphs.stream().map(paragraph -> byText.get(PassageIndex.searched(title, paragraph)))
                .filter(vector -> vector != null).toList();
        if (vectors.isEmpty() || vectors.size() < paragraphs.size()) {
            return Optional.empty();
        }
        float[] mean = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return Optional.of(mean);
    }
}
