package pruefstand.catalogue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict UTF-8: overlong forms, surrogates and what lies above U+10FFFF are refused. */
final class Utf8 {

    private static final int WINDOW = 8192;

    private Utf8() {
    }

    /** The text, if the bytes are valid. */
    static Optional<String> decode(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 || invalidAt(bytes, from, to) < 0 ? Optional.of(text) : Optional.empty();
    }

    /** Offset in the range of the first byte that is not part of a valid scalar; negative if there is none. */
    static int invalidAt(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer window = CharBuffer.allocate(WINDOW);
        while (true) {
            var result = decoder.decode(in, window.clear(), true);
            if (result.isError()) {
                return in.position() - from;
            }
            if (result.isUnderflow()) {
                return -1;
            }
        }
    }
}
