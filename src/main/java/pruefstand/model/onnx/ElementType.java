package pruefstand.model.onnx;

import java.util.Arrays;
import java.util.Optional;

/** How the values of a tensor are stored. Codes are those of ONNX ({@code TensorProto.DataType}). */
public enum ElementType {
    FLOAT(1, 32, "F32"), UINT8(2, 8, "UINT8"), INT8(3, 8, "INT8"), UINT16(4, 16, ""), INT16(5, 16, ""), INT32(6, 32, ""),
    INT64(7, 64, ""), STRING(8, 0, ""), BOOL(9, 8, ""), FLOAT16(10, 16, "F16"), DOUBLE(11, 64, "F64"), UINT32(12, 32, ""),
    UINT64(13, 64, ""), COMPLEX64(14, 64, ""), COMPLEX128(15, 128, ""), BFLOAT16(16, 16, "BF16"), FLOAT8E4M3FN(17, 8, "FP8"),
    FLOAT8E4M3FNUZ(18, 8, "FP8"), FLOAT8E5M2(19, 8, "FP8"), FLOAT8E5M2FNUZ(20, 8, "FP8"), UINT4(21, 4, "UINT4"), INT4(22, 4, "INT4"),
    FLOAT4E2M1(23, 4, "FP4"), FLOAT8E8M0(24, 8, ""), UINT2(25, 2, "UINT2"), INT2(26, 2, "INT2");

    private final int code;
    private final int bits;
    private final String weights;

    ElementType(int code, int bits, String weights) {
        this.code = code;
        this.bits = bits;
        this.weights = weights;
    }

    static Optional<ElementType> ofCode(long code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    /** Bits of one value; 0 for texts, whose length differs. */
    int bits() {
        return bits;
    }

    /** What weights of this type are called; empty for types that hold shapes, indices and scales of exponents, never weights. */
    Optional<String> weights() {
        return weights.isEmpty() ? Optional.empty() : Optional.of(weights);
    }

    /** Whether it stands for something finer, by way of a scale. */
    boolean isQuantized() {
        return !weights.isEmpty() && bits <= Byte.SIZE;
    }
}
