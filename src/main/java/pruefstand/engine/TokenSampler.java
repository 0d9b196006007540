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

    private static final int MOST_PICKED = 1024;

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
        long[] keys = keys(logits);
        if (sampling.isGreedy()) {
            return id(Arrays.stream(keys).min().orElseThrow());
        }
        long[] ranked = smallest(keys, sampling.topK() == 0 ? keys.length : Math.min(sampling.topK(), keys.length));
        double[] weights = weights(logits, ranked);
        return id(ranked[draw(weights, Math.min(withinTopP(weights), withinMinP(weights)))]);
    }

    /** Tokens as numbers that ascend as logits descend and, where those are equal, as ids ascend. */
    private static long[] keys(MemorySegment logits) {
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

    /** The smallest keys in order. Few of many are picked, since sorting a large vocabulary for each token would take long. */
    private static long[] smallest(long[] keys, int count) {
        if (count > MOST_PICKED) {
            Arrays.sort(keys);
            return Arrays.copyOf(keys, count);
        }
        long[] picked = Arrays.copyOf(keys, count);
        Arrays.sort(picked);
        for (int i = count; i < keys.length; i++) {
            if (keys[i] < picked[count - 1]) {
                int place = -1 - Arrays.binarySearch(picked, keys[i]);
                System.arraycopy(picked, place, picked, place + 1, count - 1 - place);
                picked[place] = keys[i];
            }
        }
        return picked;
    }

    private static int id(long key) {
        return (int) key;
    }

    /** What the kept tokens weigh at this temperature, compared with the likeliest. */
    private double[] weights(MemorySegment logits, long[] ranked) {
        double max = logits.getAtIndex(ValueLayout.JAVA_FLOAT, id(ranked[0]));
        double[] weights = new double[ranked.length];
        for (int i = 0; i < weights.length; i++) {
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
