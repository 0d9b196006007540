package pruefstand.engine;

import java.util.List;

/** Tells how well documents answer a query, reading both together. */
public interface Reranker {

    /** The most tokens of a query and a document together that are read; what is beyond is cut from the longer of the two. */
    int maxInputTokens();

    /**
     * One score for each document, in the documents' order: the model's own, without bounds, higher for what fits better. A
     * document has the same score whatever else is in the list.
     */
    double[] rerank(String query, List<String> documents);
}
