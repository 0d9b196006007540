package pruefstand.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

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
        int count = Math.toIntExact(logits.byteSize() / Float.BYTES);
        ExponentialBlocks blocks = new ExponentialBlocks();
        int start = 0;
        for (; start + ExponentialBlocks.SIZE <= count; start += ExponentialBlocks.SIZE) {
            blocks.add(logits, start);
        }
        for (; start < count; start++) {
            blocks.addOne(logits.getAtIndex(ValueLayout.JAVA_FLOAT, start), start);
        }
        return new LogSoftmax(firstFrom(blocks.maxFrom(), blocks.max(), logits, count), blocks.max(), Math.log(blocks.sum()));
    }

    private static int firstFrom(int start, float max, MemorySegment logits, int count) {
        int first = start;
        while (first < count - 1 && logits.getAtIndex(ValueLayout.JAVA_FLOAT, first) < max) {
            first++;
        }
        return first;
    }

    /** ln p of the token that has this logit. */
    public double logProbability(float logit) {
        return logit - (double) max - logSum;
    }
}
