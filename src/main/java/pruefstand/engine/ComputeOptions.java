package pruefstand.engine;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How the llama.cpp engine computes. What is left as it is by default gives the numbers that llama.cpp's own tools give; a cache
 * of F32 without flash attention is exact.
 *
 * @param gpuLayers layers whose weights lie in the memory of a graphics card; empty: all, as far as there is one
 * @param flashAttention whether attention is computed in tiles, without its whole matrix
 * @param cacheType how keys and values of past tokens are kept
 * @param mmap whether the file is mapped into memory rather than read
 */
public record ComputeOptions(OptionalInt gpuLayers, FlashAttention flashAttention, CacheType cacheType, boolean mmap) {

    public static final ComputeOptions DEFAULT = new ComputeOptions(OptionalInt.empty(), FlashAttention.AUTO, CacheType.F16, true);

    /** Keys and values as they were computed, on the processor: no rounding but that of the weights' own type. */
    public static final ComputeOptions EXACT = new ComputeOptions(OptionalInt.of(0), FlashAttention.OFF, CacheType.F32, true);

    public ComputeOptions {
        if (gpuLayers.orElse(0) < 0) {
            throw new IllegalArgumentException("layers on a graphics card must be at least 0, got " + gpuLayers.getAsInt());
        }
    }

    /** The same, but where the engine was to choose, attention is computed with its whole matrix. */
    public ComputeOptions withoutChoosingFlashAttention() {
        return flashAttention == FlashAttention.AUTO ? new ComputeOptions(gpuLayers, FlashAttention.OFF, cacheType, mmap) : this;
    }

    /** Whether attention is computed in tiles. */
    public enum FlashAttention {
        /** Where the engine thinks that it can. */
        AUTO,
        /** Always. */
        ON,
        /** Never. */
        OFF;

        /** As the command line and records write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Types of a cache, by ggml's names; all but the first three are quantized, which needs flash attention. */
    public enum CacheType {
        F32(4), F16(2), BF16(2), Q8_0(34 / 32.0), Q5_1(24 / 32.0), Q5_0(22 / 32.0), Q4_1(20 / 32.0), Q4_0(18 / 32.0);

        private final double bytes;

        CacheType(double bytes) {
            this.bytes = bytes;
        }

        /** Bytes of a value, its share of what a block of 32 values holds beside them included. */
        public double bytes() {
            return bytes;
        }

        /** As the command line and records write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
