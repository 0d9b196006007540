package pruefstand.search;

import java.util.Locale;

/** A step of a search; each after the first needs a model. */
public enum Stage {
    /** BM25 over the words, their stems and parts. */
    WORDS,
    /** Nearness of the vectors that a bi-encoder makes, fused with the words. */
    VECTORS,
    /** A cross-encoder that reads query and passage together. */
    RERANKER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
