package pruefstand.model.gguf;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Random weights as they are stored. Values stay small, so that no sum overflows: a block is random bits under a scale near the
 * one asked for. Where blocks keep their scales follows ggml ({@code ggml-common.h}).
 */
final class RandomWeights {

    private static final int LARGEST_PRODUCT = 512;

    private final SplittableRandom random;

    RandomWeights(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Fills the rest of a buffer with blocks of a type. */
    void fill(ByteBuffer row, TensorType type, float scale) {
        switch (type) {
            case F32 -> IntStream.range(0, row.remaining() / Float.BYTES).forEach(_ -> row.putFloat(uniform(scale)));
            case F16 -> IntStream.range(0, row.remaining() / Short.BYTES).forEach(_ -> row.putShort(Float.floatToFloat16(uniform(scale))));
            case BF16 -> IntStream.range(0, row.remaining() / Short.BYTES)
                    .forEach(_ -> row.putShort((short) (Float.floatToRawIntBits(uniform(scale)) >>> Short.SIZE)));
            case Q4_0, Q4_1, Q5_0, Q5_1, Q8_0, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K, IQ2_XXS, IQ2_XS, IQ2_S, IQ3_XXS, IQ3_S, IQ1_S,
                    IQ4_NL, IQ4_XS, TQ1_0, TQ2_0 -> fillBlocks(row, type, scale / LARGEST_PRODUCT);
            case Q8_1, Q8_K, I8, I16, I32, I64, F64, IQ1_M, MXFP4, NVFP4, Q1_0, Q2_0 ->
                throw new IllegalArgumentException("no random weights of type " + type);
        }
    }

    /** Whether {@link #fill} knows a type. */
    static boolean know(TensorType type) {
        return switch (type) {
            case F32, F16, BF16, Q4_0, Q4_1, Q5_0, Q5_1, Q8_0, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K, IQ2_XXS, IQ2_XS, IQ2_S, IQ3_XXS, IQ3_S,
                    IQ1_S, IQ4_NL, IQ4_XS, TQ1_0, TQ2_0 -> true;
            case Q8_1, Q8_K, I8, I16, I32, I64, F64, IQ1_M, MXFP4, NVFP4, Q1_0, Q2_0 -> false;
        };
    }

    private void fillBlocks(ByteBuffer row, TensorType type, float scale) {
        for (int start = row.position(); row.hasRemaining();) {
            if (row.remaining() >= Long.BYTES) {
                row.putLong(random.nextLong());
            } else {
                row.put((byte) random.nextInt());
            }
            if (!row.hasRemaining()) {
                scales(row, start, type, Float.floatToFloat16(scale));
            }
        }
    }

    private static void scales(ByteBuffer row, int start, TensorType type, short scale) {
        for (int block = start; block < row.limit(); block += type.blockBytes()) {
            row.putShort(block + scaleAt(type), scale);
            if (hasMinimum(type)) {
                row.putShort(block + scaleAt(type) + Short.BYTES, scale);
            }
        }
    }

    private static int scaleAt(TensorType type) {
        return switch (type) {
            case Q2_K -> 80;
            case Q3_K -> 108;
            case Q6_K -> 208;
            case TQ1_0 -> 52;
            case TQ2_0 -> 64;
            default -> 0;
        };
    }

    private static boolean hasMinimum(TensorType type) {
        return switch (type) {
            case Q4_1, Q5_1, Q2_K, Q4_K, Q5_K -> true;
            default -> false;
        };
    }

    private float uniform(float scale) {
        return (float) (random.nextDouble() * 2 - 1) * 2 * scale;
    }
}
