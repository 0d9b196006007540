package pruefstand.model.gguf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import pruefstand.text.Refusal;

/** The bytes of a GGUF file, read in order through a small window. Nothing is read or reserved beyond the end of the file. */
final class GgufSource {

    private static final int WINDOW = 1 << 16;

    private final String file;
    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long position;

    /** @param file what to call it in messages */
    GgufSource(String file, SeekableByteChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        size = channel.size();
    }

    /** Offset of the next byte. */
    long position() {
        return position;
    }

    long size() {
        return size;
    }

    long remaining() {
        return size - position;
    }

    int readByte() {
        return need(Byte.BYTES).get() & 0xFF;
    }

    int readShort() {
        return need(Short.BYTES).getShort();
    }

    int readInt() {
        return need(Integer.BYTES).getInt();
    }

    long readLong() {
        return need(Long.BYTES).getLong();
    }

    /**
     * Reads the length of a string or the number of elements of an array, each at least so many bytes long.
     *
     * @throws Refusal if the rest of the file cannot hold that many
     */
    long readCount(String what, long elementBytes) {
        long at = position;
        long count = readLong();
        if (count < 0 || count > remaining() / elementBytes) {
            throw refusal("model.gguf.count", at, what, Long.toUnsignedString(count), remaining());
        }
        return count;
    }

    /** Reads a string's bytes; the caller has checked their number against the rest of the file. */
    String readText(int length) {
        long at = position;
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            ByteBuffer part = need(1);
            int count = Math.min(part.remaining(), bytes.remaining());
            bytes.put(part.slice(part.position(), count));
            part.position(part.position() + count);
            position += count - 1;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw refusal("model.gguf.utf8", at).because(e);
        }
    }

    void skip(long bytes) {
        long inWindow = Math.min(bytes, window.remaining());
        window.position(window.position() + (int) inWindow);
        position += bytes;
        if (inWindow < bytes) {
            window.limit(0);
        }
    }

    // Returns the window with at least so many bytes in it, and counts them as read.
    private ByteBuffer need(int bytes) {
        if (window.remaining() < bytes && bytes <= remaining()) {
            fill();
        }
        if (window.remaining() < bytes) {
            throw refusal("model.gguf.truncated", position, size);
        }
        position += bytes;
        return window;
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
    }

    /** A refusal about this file: arguments are the file, the offset, and what follows. */
    Refusal refusal(String key, long at, Object... details) {
        Object[] arguments = new Object[details.length + 2];
        arguments[0] = file;
        arguments[1] = at;
        System.arraycopy(details, 0, arguments, 2, details.length);
        return Refusal.input(key, arguments);
    }
}
