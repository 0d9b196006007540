package pruefstand.engine;

import java.util.List;

/** Texts in, vectors out. */
public interface Encoder {

    /** Length of every vector. */
    int dimension();

    /** The most tokens of a text that are read; what is beyond is cut. */
    int maxInputTokens();

    /**
     * One vector for each text, in the texts' order. The same text gives the same vector whatever else is in the list.
     */
    List<Embedding> embed(List<String> texts);
}
