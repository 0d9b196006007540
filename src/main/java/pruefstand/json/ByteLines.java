package pruefstand.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Cuts bytes into lines and those into characters one by one, so that a byte that is no UTF-8 is found in its line. */
final class ByteLines {

    private static final int LONGEST = 1 << 28;
    private static final char MARK = '\uFEFF';

    private final InputStream in;
    private final String origin;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int line;

    /**
     * Lines of a stream.
     *
     * @param origin what to call it in messages
     */
    ByteLines(InputStream in, String origin) {
        this.in = in;
        this.origin = origin;
    }

    /** The number of the line that came last, from 1. */
    int number() {
        return line;
    }

    /** The next line without its end. */
    Optional<String> next() {
        return nextWithEnd().map(line -> line.endsWith("\r\n") ? line.substring(0, line.length() - 2)
                : line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
    }

    /**
     * The next line with its end, where it has one; the first without a byte order mark.
     *
     * @throws JsonException if it is no UTF-8, or longer than any text can be
     */
    Optional<String> nextWithEnd() {
        int end = findEnd();
        if (end == from) {
            return Optional.empty();
        }
        line++;
        String text = decode(from, end);
        from = end;
        return Optional.of(line == 1 && text.charAt(0) == MARK ? text.substring(1) : text);
    }

    /** Behind the end of the line that begins at {@code from}. */
    private int findEnd() {
        int looked = from;
        while (true) {
            for (; looked < to; looked++) {
                if (buffer[looked] == '\n') {
                    return looked + 1;
                }
            }
            int gained = from;
            if (!fill()) {
                return to;
            }
            looked -= gained - from;
        }
    }

    /** Reads on behind what is there, which moves to the front. */
    private boolean fill() {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            if (to >= LONGEST) {
                throw new JsonException(origin, line + 1, 1, "the line is longer than " + LONGEST + " bytes", null);
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        try {
            int read = in.read(buffer, to, buffer.length - to);
            to += Math.max(0, read);
            return read > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String decode(int start, int end) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, start, end - start)).toString();
        } catch (CharacterCodingException e) {
            throw new JsonException(origin, line, 1, "this is not UTF-8 text", e);
        }
    }
}
