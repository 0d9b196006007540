package pruefstand.engine.onnx;

import java.util.List;

/**
 * Texts through a graph.
 *
 * @param tokenizer makes tokens of texts
 * @param graph computes
 * @param maxInputTokens tokens of an input that are read
 */
record TextReader(TextTokenizer tokenizer, OnnxGraph graph, int maxInputTokens) implements AutoCloseable {

    // More makes a call no faster for each token, and one call's numbers leave the processor's caches.
    private static final int USUAL_TOKENS = 512;

    /** Makes a result of one row of an output. */
    interface Reading<T> {

        T of(int row, Tokens tokens, Output output);
    }

    Tokens tokens(String text) {
        return tokenizer.encode(text);
    }

    /** Computes an output for inputs in whatever order is fastest; results stand where their inputs stood. */
    <T> void compute(List<Tokens> inputs, String output, Reading<T> reading, T[] results) {
        compute(inputs, output, USUAL_TOKENS, reading, results);
    }

    /** The same with so many tokens in a batch. */
    <T> void compute(List<Tokens> inputs, String output, int budget, Reading<T> reading, T[] results) {
        for (TokenBatch batch : TokenBatch.plan(inputs, budget)) {
            Output computed = graph.run(batch, output);
            for (int row = 0; row < batch.rows().size(); row++) {
                T result = reading.of(row, batch.rows().get(row).tokens(), computed);
                batch.rows().get(row).places().forEach(place -> results[place] = result);
            }
        }
    }

    @Override
    public void close() {
        graph.close();
        tokenizer.close();
    }
}
