package pruefstand.model.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes GGUF files by hand, right or wrong. */
public final class GgufBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Magic, version and counts. */
    public static GgufBytes header(int version, long tensors, long entries) {
        return new GgufBytes().text("GGUF").int32(version).int64(tensors).int64(entries);
    }

    public GgufBytes text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public GgufBytes int8(int value) {
        out.write(value);
        return this;
    }

    public GgufBytes int32(int value) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        return this;
    }

    public GgufBytes int64(long value) {
        out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        return this;
    }

    public GgufBytes string(String text) {
        return int64(text.getBytes(StandardCharsets.UTF_8).length).text(text);
    }

    public GgufBytes textEntry(String key, String value) {
        return string(key).int32(8).string(value);
    }

    public GgufBytes int32Entry(String key, int value) {
        return string(key).int32(4).int32(value);
    }

    public GgufBytes tensor(String name, int type, long offset, long... dimensions) {
        string(name).int32(dimensions.length);
        for (long dimension : dimensions) {
            int64(dimension);
        }
        return int32(type).int64(offset);
    }

    /** Zeros up to the next multiple of the alignment, then so many more. */
    public GgufBytes data(int alignment, int bytes) {
        out.writeBytes(new byte[Math.ceilDiv(out.size(), alignment) * alignment - out.size() + bytes]);
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
