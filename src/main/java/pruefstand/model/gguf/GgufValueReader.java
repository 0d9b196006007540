package pruefstand.model.gguf;

/** Reads the values of the metadata. */
final class GgufValueReader {

    private static final int LONGEST_TEXT = 1 << 16;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private final GgufSource source;

    GgufValueReader(GgufSource source) {
        this.source = source;
    }

    GgufValue read() {
        long at = source.position();
        int type = source.readInt();
        return switch (type) {
            case STRING -> readText();
            case ARRAY -> readArray();
            default -> readNumber(type, at);
        };
    }

    private GgufValue readNumber(int type, long at) {
        return switch (type) {
            case 0 -> new GgufValue.Whole(source.readByte());
            case 1 -> new GgufValue.Whole((byte) source.readByte());
            case 2 -> new GgufValue.Whole(source.readShort() & 0xFFFFL);
            case 3 -> new GgufValue.Whole(source.readShort());
            case 4 -> new GgufValue.Whole(source.readInt() & 0xFFFF_FFFFL);
            case 5 -> new GgufValue.Whole(source.readInt());
            case 6 -> new GgufValue.Real(Float.intBitsToFloat(source.readInt()));
            case 7 -> readFlag();
            case 10 -> readUnsignedLong();
            case 11 -> new GgufValue.Whole(source.readLong());
            case 12 -> new GgufValue.Real(Double.longBitsToDouble(source.readLong()));
            default -> throw source.refusal("model.gguf.value-type", at, Integer.toUnsignedString(type));
        };
    }

    private GgufValue readFlag() {
        long at = source.position();
        int value = source.readByte();
        if (value > 1) {
            throw source.refusal("model.gguf.flag", at, value);
        }
        return new GgufValue.Flag(value == 1);
    }

    private GgufValue readUnsignedLong() {
        long at = source.position();
        long value = source.readLong();
        if (value < 0) {
            throw source.refusal("model.gguf.number", at, Long.toUnsignedString(value));
        }
        return new GgufValue.Whole(value);
    }

    private GgufValue readText() {
        long length = source.readCount("string", 1);
        if (length > LONGEST_TEXT) {
            source.skip(length);
            return new GgufValue.Unread(length);
        }
        return new GgufValue.Text(source.readText((int) length));
    }

    private GgufValue readArray() {
        long at = source.position();
        int type = source.readInt();
        int bytes = elementBytes(type);
        if (bytes == 0) {
            throw source.refusal("model.gguf.array-type", at, Integer.toUnsignedString(type));
        }
        long count = source.readCount("array", bytes);
        if (type == STRING) {
            for (long i = 0; i < count; i++) {
                source.skip(source.readCount("string", 1));
            }
        } else {
            source.skip(count * bytes);
        }
        return new GgufValue.Unread(count);
    }

    /** The least that an element takes; 0 for what cannot be an element. */
    private static int elementBytes(int type) {
        return switch (type) {
            case 0, 1, 7 -> 1;
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case STRING, 10, 11, 12 -> 8;
            default -> 0;
        };
    }
}
