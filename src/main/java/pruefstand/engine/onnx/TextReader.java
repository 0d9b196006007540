package pruefstand.engine.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.text.Refusal;

/**
 * Texts through a graph.
 *
 * @param tokenizer makes tokens of texts
 * @param graph computes
 * @param outputs what the graph gives
 * @param maxInputTokens tokens of an input that are read
 */
record TextReader(TextTokenizer tokenizer, OnnxGraph graph, List<OutputInfo> outputs, int maxInputTokens) implements AutoCloseable {

    // As src/bench/embed.sh measures: below, a call's fixed cost shows; above, its numbers leave the processor's caches.
    static final int USUAL_TOKENS = 1024;

    /** Makes a result of one row of an output. */
    interface Reading<T> {

        /**
         * Makes a result.
         *
         * @param input index of the input
         * @param row of the output that belongs to it
         */
        T of(int input, int row, Output output);
    }

    /**
     * Loads tokenizer and graph of an export.
     *
     * @throws Refusal if either cannot be used
     */
    static TextReader open(OnnxExport export, int maxInputTokens, int threads) {
        TextTokenizer tokenizer = TextTokenizer.open(export.tokenizer(), maxInputTokens);
        try {
            return of(tokenizer, OnnxGraph.load(export, threads), maxInputTokens);
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    private static TextReader of(TextTokenizer tokenizer, OnnxGraph graph, int maxInputTokens) {
        try {
            return new TextReader(tokenizer, graph, graph.outputs(tokenizer.encode(".")), maxInputTokens);
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    Tokens tokens(String text) {
        return tokenizer.encode(text);
    }

    /** Computes an output for inputs in whatever order is fastest; results stand where their inputs stood. */
    <T> List<T> compute(List<Tokens> inputs, String output, Reading<T> reading) {
        return compute(inputs, output, USUAL_TOKENS, reading);
    }

    /** The same with so many tokens in a batch. */
    <T> List<T> compute(List<Tokens> inputs, String output, int budget, Reading<T> reading) {
        List<T> results = new ArrayList<>(Collections.nCopies(inputs.size(), null));
        for (TokenBatch batch : TokenBatch.plan(inputs, budget)) {
            Output computed = graph.run(batch, output);
            for (int row = 0; row < batch.rows().size(); row++) {
                for (int place : batch.rows().get(row).places()) {
                    results.set(place, reading.of(place, row, computed));
                }
            }
        }
        return List.copyOf(results);
    }

    @Override
    public void close() {
        graph.close();
        tokenizer.close();
    }
}
