package pruefstand.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What turns logits into logarithms of probabilities: ln p(i) = logit(i) − max − ln Σ exp(logit − max). The maximum is found in
 * float, the sum is added up in double and in the order of the ids, so that the same logits always give the same bits.
 *
 * @param argmax id of the largest logit, of equals the lowest
 * @param max the largest logit
 * @param logSum ln Σ exp(logit − max), at least 0; NaN where a logit is NaN
 */
public record LogSoftmax(int argmax, float max, double logSum) {

    /**
     * Reads logits where they are.
     *
     * @param logits float values, one for each token id
     */
    public static LogSoftmax of(MemorySegment logits) {
        int count = Math.toIntExact(logits.byteSize() / Float.BYTES);
        int argmax = 0;
        float max = logits.get(ValueLayout.JAVA_FLOAT, 0);
        for (int i = 1; i < count; i++) {
            float logit = logits.getAtIndex(ValueLayout.JAVA_FLOAT, i);
            if (logit > max) {
                max = logit;
                argmax = i;
            }
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.exp((double) logits.getAtIndex(ValueLayout.JAVA_FLOAT, i) - max);
        }
        return new LogSoftmax(argmax, max, Math.log(sum));
    }

    /** ln p of the token that has this logit. */
    public double logProbability(float logit) {
        return logit - (double) max - logSum;
    }
}
