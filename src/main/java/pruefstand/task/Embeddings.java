package pruefstand.task;

import java.util.ArrayList;
import java.util.List;
import pruefstand.engine.Embedding;
import pruefstand.engine.Encoder;

/**
 * The vectors of a list of texts.
 *
 * @param all one for each text, in the texts' order
 */
public record Embeddings(List<Embedding> all) {

    /** Large enough for an engine to fill its batches, small enough for progress to move. */
    private static final int GROUP = 64;

    /** Has an encoder embed texts, in groups that it may compute at once. */
    public static Embeddings of(Encoder encoder, List<String> texts, Progress progress) {
        List<Embedding> all = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += GROUP) {
            progress.at(from, texts.size());
            all.addAll(encoder.embed(texts.subList(from, Math.min(from + GROUP, texts.size()))));
        }
        progress.at(texts.size(), texts.size());
        return new Embeddings(List.copyOf(all));
    }

    public float[] vector(int text) {
        return all.get(text).vector();
    }

    /** Whether a text's vector holds NaN or infinity. */
    public boolean broken(int text) {
        for (float component : vector(text)) {
            if (!Float.isFinite(component)) {
                return true;
            }
        }
        return false;
    }

    /** Share of texts that were longer than the encoder reads, 0 … 1. */
    public double truncatedShare() {
        return all.stream().filter(Embedding::truncated).count() / (double) all.size();
    }
}
