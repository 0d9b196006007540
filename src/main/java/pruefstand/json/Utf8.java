package pruefstand.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads documents as text. */
final class Utf8 {

    /** Stands for what is not UTF-8, if it does not stand there itself. */
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {
    }

    /**
     * The text of a file.
     *
     * @throws JsonException with the place of the first byte that is not UTF-8, or if it is a pipe, a socket or a device, whose end may never come
     */
    static String read(Path file) throws IOException {
        if (Files.exists(file) && Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
            throw new JsonException(file.toString(), 1, 1, "this is a pipe, a socket or a device; expected is a file", null);
        }
        byte[] content = Files.readAllBytes(file);
        String read = new String(content, StandardCharsets.UTF_8);
        return read.indexOf(REPLACEMENT) < 0 ? read : checked(file, ByteBuffer.wrap(content));
    }

    private static String checked(Path file, ByteBuffer bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.capacity());
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            throw complaint(file, text.toString(), result);
        }
        return text.toString();
    }

    private static JsonException complaint(Path file, String before, CoderResult result) {
        int line = 1 + (int) before.chars().filter(unit -> unit == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        try {
            result.throwException();
            throw new IllegalArgumentException("there is nothing to complain about");
        } catch (CharacterCodingException e) {
            return new JsonException(file.toString(), line, column, "this is not UTF-8 text", e);
        }
    }
}
