package pruefstand.engine.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pruefstand.model.onnx.OnnxExport;

/**
 * A language model that reads from left to right.
 *
 * @param graph computes
 * @param logits output with a number for each token of the vocabulary in each place
 * @param vocabulary its tokens
 * @param contextLength tokens that it can look at
 */
record OnnxDecoder(OnnxGraph graph, String logits, DecoderVocabulary vocabulary, int contextLength) implements AutoCloseable {

    // The numbers of a call, which are copied, take 64 MiB then.
    private static final int MOST_LOGITS = 1 << 24;

    static OnnxDecoder open(OnnxExport export, OnnxGraph graph, OutputInfo logits, int contextLength) {
        return new OnnxDecoder(graph, logits.name(), DecoderVocabulary.open(export, logits.width()), contextLength);
    }

    /** Whether it remembers what it has read; one that does not reads a text from its beginning each time. */
    boolean remembers() {
        return !graph.caches().isEmpty();
    }

    /** How what it remembers is stored: {@code f32}, {@code f16}, {@code bf16}, or {@code none}. */
    String cacheType() {
        return graph.caches().stream().findFirst().map(cache -> switch (cache.type()) {
            case FLOAT16 -> "f16";
            case BFLOAT16 -> "bf16";
            default -> "f32";
        }).orElse("none");
    }

    /** Tokens of a call. */
    int budget() {
        return Math.clamp(MOST_LOGITS / vocabulary.description().size(), 1, TextReader.USUAL_TOKENS);
    }

    /** Reads the next tokens of texts, and gives the logits in all places if they are wanted. What was remembered is closed. */
    Step read(List<Tokens> rows, KeyValues past, boolean wanted) {
        try (past) {
            List<TokenBatch.Row> numbered = IntStream.range(0, rows.size())
                    .mapToObj(row -> new TokenBatch.Row(rows.get(row), List.of(row))).toList();
            return graph.step(new TokenBatch(numbered), past, wanted ? Optional.of(logits) : Optional.empty());
        }
    }

    @Override
    public void close() {
        vocabulary.close();
    }
}
