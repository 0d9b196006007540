package pruefstand.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;

/**
 * Chooses tokens from logits. The same logits and the same seed give the same tokens on every machine: candidates stand in one
 * order (the larger logit first, of equals the lower id), sums are added up in it, and the numbers drawn are those that
 * {@link Random} promises.
 */
public final class TokenSampler {

    private final Sampling sampling;
    private final Random random;

    public TokenSampler(Sampling sampling) {
        this.sampling = sampling;
        this.random = new Random(sampling.seed());
    }

    /**
     * The next token.
     *
     * @param logits float values, one for each token id
     * @throws EngineException if one of them is not a number
     */
    public int next(MemorySegment logits) {
        long[] ranked = ranked(logits);
        if (sampling.isGreedy()) {
            return id(Arrays.stream(ranked).min().orElseThrow());
        }
        Arrays.sort(ranked);
        int kept = sampling.topK() == 0 ? ranked.length : Math.min(sampling.topK(), ranked.length);
        double[] weights = weights(logits, ranked, kept);
        return id(ranked[draw(weights, Math.min(withinTopP(weights), withinMinP(weights)))]);
    }

    /** Tokens as numbers that ascend as logits descend and, where those are equal, as ids ascend. */
    private static long[] ranked(MemorySegment logits) {
        long[] keys = new long[Math.toIntExact(logits.byteSize() / Float.BYTES)];
        for (int id = 0; id < keys.length; id++) {
            float logit = logits.getAtIndex(ValueLayout.JAVA_FLOAT, id);
            if (Float.isNaN(logit)) {
                throw new EngineException("the logit of token " + id + " is not a number");
            }
            // Adding 0 makes -0 a 0: they are equal, but not in their bits.
            int bits = Float.floatToIntBits(logit + 0f);
            int ascending = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
            keys[id] = (long) ~ascending << Integer.SIZE | id;
        }
        return keys;
    }

    private static int id(long key) {
        return (int) key;
    }

    /** What the kept tokens weigh at this temperature, compared with the likeliest. */
    private double[] weights(MemorySegment logits, long[] ranked, int kept) {
        double max = logits.getAtIndex(ValueLayout.JAVA_FLOAT, id(ranked[0]));
        double[] weights = new double[kept];
        for (int i = 0; i < kept; i++) {
            double below = logits.getAtIndex(ValueLayout.JAVA_FLOAT, id(ranked[i])) - max;
            weights[i] = below == 0 ? 1 : Math.exp(below / sampling.temperature());
        }
        return weights;
    }

    private int withinTopP(double[] weights) {
        double wanted = sampling.topP() * sum(weights, weights.length);
        double reached = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            if (reached >= wanted) {
                return i + 1;
            }
        }
        return weights.length;
    }

    private int withinMinP(double[] weights) {
        int kept = weights.length;
        while (weights[kept - 1] < sampling.minP()) {
            kept--;
        }
        return kept;
    }

    private int draw(double[] weights, int kept) {
        double left = random.nextDouble() * sum(weights, kept);
        for (int i = 0; i < kept - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return kept - 1;
    }

    private static double sum(double[] weights, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i];
        }
        return sum;
    }
}
