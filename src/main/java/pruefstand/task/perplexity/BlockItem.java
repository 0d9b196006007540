package pruefstand.task.perplexity;

import java.util.OptionalLong;
import pruefstand.metric.NegativeLogLikelihood;

/**
 * Scores of a chunk or span as they are kept beside a record; the metrics can be computed from them anew.
 *
 * @param block {@code chunk}, {@code span} or {@code window}
 * @param index from 0, in the order of the text
 * @param bytes UTF-8 bytes of the text that the scored tokens stand for
 * @param tokens how many were scored
 * @param nll Σ -ln p over them
 * @param nllSquares Σ (ln p)² over them
 * @param windows in how many sequences the model saw it
 * @param textWords words of the whole text, which windows cut (window)
 */
record BlockItem(String block, int index, long bytes, long tokens, double nll, double nllSquares, int windows,
        OptionalLong textWords) {

    boolean isSpan() {
        return block.equals("span");
    }

    boolean isChunk() {
        return block.equals("chunk");
    }

    boolean isWindow() {
        return block.equals("window");
    }

    /** The same for two models where both scored the same piece of text; of a chunk also the tokens are the text's. */
    String id() {
        return isSpan() ? index + ":" + bytes : index + ":" + bytes + ":" + tokens;
    }

    BlockScore score() {
        return new BlockScore(bytes, new NegativeLogLikelihood(tokens, nll, nllSquares));
    }
}
