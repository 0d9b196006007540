package pruefstand.engine.onnx;

import java.util.List;
import pruefstand.engine.Reranker;

/** Scores of a graph that reads a query and a document together and gives one number. */
final class OnnxReranker implements Reranker {

    private final TextReader reader;
    private final String output;

    OnnxReranker(TextReader reader, String output) {
        this.reader = reader;
        this.output = output;
    }

    @Override
    public int maxInputTokens() {
        return reader.maxInputTokens();
    }

    @Override
    public double[] rerank(String query, List<String> documents) {
        List<Tokens> inputs = documents.stream().map(document -> reader.tokenizer().encode(query, document)).toList();
        return reader.compute(inputs, output, (_, row, computed) -> (double) computed.values()[computed.start(row)]).stream()
                .mapToDouble(Double::doubleValue).toArray();
    }
}
