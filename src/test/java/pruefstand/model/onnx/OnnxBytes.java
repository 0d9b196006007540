package pruefstand.model.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes protobuf messages by hand, right or wrong. */
public final class OnnxBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A model of one graph. */
    public static OnnxBytes model(OnnxBytes graph) {
        return new OnnxBytes().number(1, 8).message(7, graph);
    }

    /** A tensor without its values. */
    public static OnnxBytes tensor(String name, int type, long... dimensions) {
        OnnxBytes tensor = new OnnxBytes();
        for (long dimension : dimensions) {
            tensor.number(1, dimension);
        }
        return tensor.number(2, type).text(8, name);
    }

    /** A node of an operator set. */
    public static OnnxBytes node(String operator, String domain) {
        return new OnnxBytes().text(4, operator).text(7, domain);
    }

    public OnnxBytes varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    public OnnxBytes tag(int field, int wireType) {
        return varint((long) field << 3 | wireType);
    }

    /** The same byte so many times. */
    public OnnxBytes bytes(int value, int times) {
        for (int i = 0; i < times; i++) {
            out.write(value);
        }
        return this;
    }

    public OnnxBytes number(int field, long value) {
        return tag(field, 0).varint(value);
    }

    public OnnxBytes raw(int field, byte[] bytes) {
        tag(field, 2).varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    public OnnxBytes text(int field, String text) {
        return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    public OnnxBytes message(int field, OnnxBytes message) {
        return raw(field, message.bytes());
    }

    /** Where a tensor's values lie. */
    public OnnxBytes external(String key, String value) {
        return message(13, new OnnxBytes().text(1, key).text(2, value));
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
