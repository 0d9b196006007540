package pruefstand.vector;

import java.lang.foreign.MemorySegment;

/**
 * What turns logits into logarithms of probabilities: ln p(i) = logit(i) − max − ln Σ exp(logit − max). Sums are added up in an
 * order that follows from the number of logits alone, so that the same logits always give the same bits.
 *
 * @param argmax id of the largest logit, of equals the lowest
 * @param max the largest logit
 * @param logSum ln Σ exp(logit − max), at least 0, to within 2e-7; NaN where a logit is NaN
 */
public record LogSoftmax(int argmax, float max, double logSum) {

    /**
     * Reads logits where they are.
     *
     * @param logits float values, one for each token id
     */
    public static LogSoftmax of(MemorySegment logits) {
        LogitRow row = new LogitRow(logits);
        float max = row.max();
        return new LogSoftmax(row.first(max), max, Math.log(row.sumOfExponentials(max)));
    }

    /** ln p of the token that has this logit. */
    public double logProbability(float logit) {
        return logit - (double) max - logSum;
    }
}
