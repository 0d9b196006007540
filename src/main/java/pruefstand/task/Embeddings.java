package pruefstand.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    /** Has an encoder embed texts, in groups that it may compute at once; a text that stands there several times only once. */
    public static Embeddings of(Encoder encoder, List<String> texts, Progress progress) {
        List<String> distinct = texts.stream().distinct().toList();
        Map<String, Embedding> byText = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += GROUP) {
            progress.at(from, distinct.size());
            List<String> group = distinct.subList(from, Math.min(from + GROUP, distinct.size()));
            List<Embedding> embedded = encoder.embed(group);
            IntStream.range(0, group.size()).forEach(i -> byText.put(group.get(i), embedded.get(i)));
        }
        progress.at(distinct.size(), distinct.size());
        return new Embeddings(texts.stream().map(byText::get).toList());
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
