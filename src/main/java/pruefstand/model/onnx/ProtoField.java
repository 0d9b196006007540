package pruefstand.model.onnx;

/**
 * A field of a protobuf message.
 *
 * @param number which field
 * @param wireType how it is written
 * @param at offset of its first byte in the file
 * @param value of a number; of anything else the number of its bytes
 * @param end offset of the first byte after it
 */
record ProtoField(int number, int wireType, long at, long value, long end) {

    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int FIXED32 = 5;
}
