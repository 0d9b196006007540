package pruefstand.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** How far one distribution over the tokens is from another. */
public final class Divergence {

    private Divergence() {
    }

    /**
     * Kullback-Leibler divergence {@code Σ p_base (ln p_base − ln p_candidate)} in nats, 0 … ∞ up to rounding; summed in double
     * precision and in the order of the ids. A token that the base excludes adds nothing. NaN where a logit is NaN.
     *
     * @param base logits, one for each token
     * @param candidate logits, as many
     */
    public static double of(MemorySegment base, LogSoftmax ofBase, MemorySegment candidate, LogSoftmax ofCandidate) {
        long count = base.byteSize() / Float.BYTES;
        double sum = 0;
        for (long token = 0; token < count; token++) {
            double expected = ofBase.logProbability(base.getAtIndex(ValueLayout.JAVA_FLOAT, token));
            double probability = Math.exp(expected);
            if (probability != 0) {
                sum += probability * (expected - ofCandidate.logProbability(candidate.getAtIndex(ValueLayout.JAVA_FLOAT, token)));
            }
        }
        return sum;
    }
}
