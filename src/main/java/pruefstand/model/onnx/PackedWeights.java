package pruefstand.model.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights of which several lie in one byte. Of the tensor itself one only learns that it is of bytes; how many bits a weight
 * has, the operator says that reads it (com.microsoft's MatMulNBits and GatherBlockQuantized).
 */
final class PackedWeights {

    /** Where an operator does not say. */
    static final int USUAL_BITS = 4;

    private static final Map<Long, ElementType> TYPES = Map.of(2L, ElementType.UINT2, 4L, ElementType.UINT4);

    private final Map<String, ElementType> packed = new HashMap<>();

    void take(String operator, List<String> inputs, long bits) {
        int place = switch (operator) {
            case "MatMulNBits" -> 1;
            case "GatherBlockQuantized" -> 0;
            default -> inputs.size();
        };
        if (place < inputs.size() && TYPES.containsKey(bits)) {
            packed.put(inputs.get(place), TYPES.get(bits));
        }
    }

    /** A tensor with the number and the type of the weights that lie in it. */
    Initializer unpacked(Initializer tensor) {
        return Optional.ofNullable(packed.get(tensor.name())).filter(_ -> tensor.type() == ElementType.UINT8)
                .map(type -> new Initializer(tensor.name(), type, tensor.rank(), tensor.bytes() * Byte.SIZE / type.bits(),
                        tensor.bytes())).orElse(tensor);
    }
}
