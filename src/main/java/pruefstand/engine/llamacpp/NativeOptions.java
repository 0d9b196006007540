package pruefstand.engine.llamacpp;

import java.lang.foreign.MemorySegment;
import pruefstand.engine.ComputeOptions;

/** Options as llama.cpp's structs want them. A field that a version does not have is left out by its layout. */
final class NativeOptions {

    private NativeOptions() {
    }

    /** What concerns the weights. Whether the file is mapped is a flag of its own in older versions, one of several modes in newer. */
    static void writeToModel(ComputeOptions options, MemorySegment struct, StructLayout layout) {
        layout.set(struct, "n_gpu_layers", options.gpuLayers().orElse(-1));
        layout.set(struct, "load_mode", options.mmap() ? 1 : 0);
        layout.set(struct, "use_mmap", options.mmap() ? 1 : 0);
    }

    /** What concerns a context. */
    static void writeToContext(ComputeOptions options, MemorySegment struct, StructLayout layout) {
        layout.set(struct, "flash_attn_type", number(options.flashAttention()));
        layout.set(struct, "type_k", number(options.cacheType()));
        layout.set(struct, "type_v", number(options.cacheType()));
    }

    private static int number(ComputeOptions.FlashAttention choice) {
        return switch (choice) {
            case AUTO -> -1;
            case OFF -> 0;
            case ON -> 1;
        };
    }

    /** ggml's number of a type; the same as in model files. */
    private static int number(ComputeOptions.CacheType type) {
        return switch (type) {
            case F32 -> 0;
            case F16 -> 1;
            case Q4_0 -> 2;
            case Q4_1 -> 3;
            case Q5_0 -> 6;
            case Q5_1 -> 7;
            case Q8_0 -> 8;
            case BF16 -> 30;
        };
    }
}
