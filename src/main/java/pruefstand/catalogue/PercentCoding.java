package pruefstand.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** How a name is written in a header: SPACE as %20, slash as %2F, percent as %25. */
public final class PercentCoding {

    private PercentCoding() {
    }

    /** The name as it is written in a header. A colon at the end is encoded too, since it would end the header. */
    public static String encode(String name) {
        StringBuilder written = new StringBuilder(name.length() + 8);
        name.codePoints().forEach(scalar -> appendEncoded(written, scalar));
        if (!written.isEmpty() && written.charAt(written.length() - 1) == ':') {
            written.replace(written.length() - 1, written.length(), "%3A");
        }
        return written.toString();
    }

    private static void appendEncoded(StringBuilder written, int scalar) {
        if (scalar == ' ' || scalar == '/' || scalar == '%' || Scalars.isOtherSpace(scalar)) {
            written.append(escape(scalar));
        } else {
            written.appendCodePoint(scalar);
        }
    }

    /** The scalar as percent-encoded UTF-8. */
    static String escape(int scalar) {
        StringBuilder escaped = new StringBuilder(12);
        for (byte b : Character.toString(scalar).getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return escaped.toString();
    }

    /** The name that is meant; empty if a percent sign lacks its digits, or they give no valid UTF-8 or a control character. */
    public static Optional<String> decode(String written) {
        if (written.indexOf('%') < 0) {
            return Optional.of(written);
        }
        StringBuilder name = new StringBuilder(written.length());
        int at = 0;
        while (at < written.length()) {
            int run = escapesEnd(written, at);
            if (run == at) {
                if (written.charAt(at) == '%') {
                    return Optional.empty();
                }
                name.append(written.charAt(at++));
                continue;
            }
            Optional<String> text = text(written, at, run);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            name.append(text.get());
            at = run;
        }
        return Optional.of(name.toString());
    }

    /** The end of the run of complete escapes that starts here; the same index where none does. */
    static int escapesEnd(String written, int from) {
        int at = from;
        while (at + 2 < written.length() && written.charAt(at) == '%' && isHex(written.charAt(at + 1))
                && isHex(written.charAt(at + 2))) {
            at += 3;
        }
        return at;
    }

    /** What a run of escapes means; empty unless it is valid UTF-8 without control characters. */
    static Optional<String> text(String written, int from, int to) {
        byte[] bytes = HexFormat.of().parseHex(written.substring(from, to).replace("%", "").toLowerCase(Locale.ROOT));
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.codePoints().anyMatch(Scalars::isControl) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    static boolean isHex(char digit) {
        return digit < 0x80 && HexFormat.isHexDigit(digit);
    }
}
