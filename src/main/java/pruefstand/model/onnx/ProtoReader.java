package pruefstand.model.onnx;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Reads protobuf messages field by field. No field reaches beyond its message, and messages nest only so deep. */
final class ProtoReader {

    // Graphs nest in the branches of graphs; three levels are a lot, each of three messages.
    private static final int DEEPEST = 64;
    private static final int WIRE_TYPE_BITS = 3;

    private final ProtoSource source;
    private int depth;

    ProtoReader(ProtoSource source) {
        this.source = source;
    }

    /** Hands over each field of the whole file. Whoever takes a field reads of it what it wants; the rest is skipped. */
    void file(Consumer<ProtoField> take) {
        fields(source.size(), take);
    }

    /** Hands over each field of a message. */
    void message(ProtoField field, Consumer<ProtoField> take) {
        check(field, ProtoField.LENGTH);
        if (depth == DEEPEST) {
            throw source.refusal("model.onnx.nested", field.at(), DEEPEST);
        }
        depth++;
        fields(field.end(), take);
        depth--;
    }

    private void fields(long end, Consumer<ProtoField> take) {
        while (source.position() < end) {
            ProtoField field = next(end);
            take.accept(field);
            source.skipTo(field.end());
        }
    }

    private ProtoField next(long end) {
        long at = source.position();
        long tag = source.readVarint(end);
        long number = tag >>> WIRE_TYPE_BITS;
        int type = (int) (tag & 7);
        if (number < 1 || number > Integer.MAX_VALUE >> 2) {
            throw source.refusal("model.onnx.field", at, Long.toUnsignedString(number), type);
        }
        return switch (type) {
            case ProtoField.VARINT -> new ProtoField((int) number, type, at, source.readVarint(end), source.position());
            case ProtoField.FIXED64 -> sized((int) number, type, at, Long.BYTES, end);
            case ProtoField.LENGTH -> sized((int) number, type, at, source.readVarint(end), end);
            case ProtoField.FIXED32 -> sized((int) number, type, at, Integer.BYTES, end);
            default -> throw source.refusal("model.onnx.field", at, number, type);
        };
    }

    private ProtoField sized(int number, int type, long at, long bytes, long end) {
        if (bytes < 0 || bytes > end - source.position()) {
            throw source.refusal("model.onnx.length", at, number, Long.toUnsignedString(bytes), end - source.position());
        }
        return new ProtoField(number, type, at, bytes, source.position() + bytes);
    }

    /** The text of a field. */
    String text(ProtoField field) {
        check(field, ProtoField.LENGTH);
        return source.readText(field.value());
    }

    /** How many bytes a field has, which are not read. */
    long length(ProtoField field) {
        check(field, ProtoField.LENGTH);
        return field.value();
    }

    /** The number of a field. */
    long number(ProtoField field) {
        check(field, ProtoField.VARINT);
        return field.value();
    }

    /** The numbers of a repeated field, of which this may be one or, packed, many. */
    void numbers(ProtoField field, LongConsumer take) {
        if (field.wireType() == ProtoField.LENGTH) {
            while (source.position() < field.end()) {
                take.accept(source.readVarint(field.end()));
            }
        } else {
            take.accept(number(field));
        }
    }

    private void check(ProtoField field, int type) {
        if (field.wireType() != type) {
            throw source.refusal("model.onnx.field", field.at(), field.number(), field.wireType());
        }
    }
}
