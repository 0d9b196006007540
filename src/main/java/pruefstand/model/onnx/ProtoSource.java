package pruefstand.model.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import pruefstand.text.Refusal;

/** The bytes of a protobuf file, read in order through a small window; what is skipped is never read. */
final class ProtoSource {

    private static final int WINDOW = 1 << 13;
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int MOST_VARINT_BYTES = 10;

    private final Path file;
    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long position;

    ProtoSource(Path file, SeekableByteChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        size = channel.size();
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    /** Offset of the next byte. */
    long position() {
        return position;
    }

    /**
     * Reads a number of seven bits a byte.
     *
     * @param end offset that it must not reach beyond
     */
    long readVarint(long end) {
        long at = position;
        long value = 0;
        for (int i = 0; i < MOST_VARINT_BYTES; i++) {
            int next = readByte(end);
            value |= (long) (next & 0x7F) << (7 * i);
            if (next < 0x80) {
                return value;
            }
        }
        throw refusal("model.onnx.number", at);
    }

    /** Reads a text of so many bytes, which the caller has checked against the end of what it stands in. */
    String readText(long length) {
        long at = position;
        if (length > LONGEST_TEXT) {
            throw refusal("model.onnx.text", at, length, LONGEST_TEXT);
        }
        byte[] bytes = new byte[(int) length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) readByte(at + length);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw refusal("model.onnx.utf8", at).because(e);
        }
    }

    /** Goes on at an offset that is not before the present one. */
    void skipTo(long offset) {
        long inWindow = Math.min(offset - position, window.remaining());
        window.position(window.position() + (int) inWindow);
        position = offset;
    }

    private int readByte(long end) {
        if (position >= end) {
            throw refusal("model.onnx.truncated", position, end);
        }
        if (!window.hasRemaining()) {
            fill();
        }
        position++;
        return window.get() & 0xFF;
    }

    private void fill() {
        try {
            channel.position(position);
            window.clear();
            while (window.hasRemaining() && channel.read(window) >= 0) {
                continue;
            }
            window.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!window.hasRemaining()) {
            throw refusal("model.onnx.truncated", position, size);
        }
    }

    /** A refusal about this file: arguments are the file, the offset, and what follows. */
    Refusal refusal(String key, long at, Object... details) {
        Object[] arguments = new Object[details.length + 2];
        arguments[0] = file.toString();
        arguments[1] = at;
        System.arraycopy(details, 0, arguments, 2, details.length);
        return Refusal.input(key, arguments);
    }
}
