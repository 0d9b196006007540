package pruefstand.model.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads one tensor ({@code TensorProto}) but for its values, and checks that these are all there. */
final class TensorReader {

    private static final int MOST_DIMENSIONS = 64;
    private static final int LOCATION_EXTERNAL = 1;

    private final ProtoSource source;
    private final ProtoReader reader;
    private final ExternalData external;

    private final List<Long> dimensions = new ArrayList<>();
    private final ExternalData.Place place = new ExternalData.Place();
    private String name = "";
    private long typeCode;
    private long dataLocation;
    private long typedBytes;
    private OptionalLong rawBytes = OptionalLong.empty();

    TensorReader(ProtoSource source, ProtoReader reader, ExternalData external) {
        this.source = source;
        this.reader = reader;
        this.external = external;
    }

    /** Reads the tensor in a field; a reader reads one. */
    Initializer read(ProtoField tensor) {
        reader.message(tensor, this::take);
        ElementType type = ElementType.ofCode(typeCode)
                .orElseThrow(() -> source.refusal("model.onnx.type", tensor.at(), name, typeCode));
        long values = values(tensor);
        long bytes = Math.ceilDiv(values * type.bits(), Byte.SIZE);
        if (place.isNamed() || dataLocation == LOCATION_EXTERNAL) {
            external.check(place, name, bytes, tensor.at());
        } else {
            checkData(tensor, type, bytes);
        }
        return new Initializer(name, type, dimensions.size(), values, type == ElementType.STRING ? typedBytes : bytes);
    }

    private void take(ProtoField field) {
        switch (field.number()) {
            case 1 -> reader.numbers(field, this::addDimension);
            case 2 -> typeCode = reader.number(field);
            case 4, 5, 6, 7, 10, 11 -> typedBytes += field.end() - field.at();
            case 8 -> name = reader.text(field);
            case 9 -> rawBytes = OptionalLong.of(reader.length(field));
            case 13 -> takeExternal(field);
            case 14 -> dataLocation = reader.number(field);
            default -> { }
        }
    }

    private void addDimension(long dimension) {
        if (dimension < 0 || dimensions.size() == MOST_DIMENSIONS) {
            throw source.refusal("model.onnx.shape", source.position(), name, dimensions + " " + dimension);
        }
        dimensions.add(dimension);
    }

    private void takeExternal(ProtoField field) {
        String[] entry = {"", ""};
        reader.message(field, part -> {
            if (part.number() == 1 || part.number() == 2) {
                entry[part.number() - 1] = reader.text(part);
            }
        });
        place.take(entry[0], entry[1]);
    }

    private long values(ProtoField tensor) {
        long product = 1;
        for (long dimension : dimensions) {
            if (dimension > 0 && product > Long.MAX_VALUE / Byte.SIZE / Long.SIZE / dimension) {
                throw source.refusal("model.onnx.shape", tensor.at(), name, dimensions);
            }
            product *= dimension;
        }
        return product;
    }

    private void checkData(ProtoField tensor, ElementType type, long bytes) {
        if (rawBytes.isEmpty() && typedBytes == 0 && bytes > 0) {
            throw source.refusal("model.onnx.no-data", tensor.at(), name, bytes);
        }
        boolean rawWrong = rawBytes.isPresent() && rawBytes.getAsLong() != bytes;
        if (rawWrong || typedBytes > 0 && typedBytes < leastTypedBytes(type, bytes)) {
            throw source.refusal("model.onnx.data", tensor.at(), name, dimensions.toString(), bytes, rawBytes.orElse(typedBytes));
        }
    }

    // Numbers that are not raw are written in their own 4 or 8 bytes, or in seven bits a byte; the least is a byte for two values.
    private static long leastTypedBytes(ElementType type, long bytes) {
        return switch (type) {
            case FLOAT, DOUBLE, COMPLEX64, COMPLEX128 -> bytes;
            case STRING -> 0;
            default -> bytes * Byte.SIZE / type.bits() / 2;
        };
    }
}
