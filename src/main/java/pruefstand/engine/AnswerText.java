package pruefstand.engine;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An answer as its tokens come: bytes in, whole characters out. What may yet become a stop text is held back. An answer ends
 * where the first stop text is complete (of several that are complete there, the longest counts), however the text is cut into
 * tokens.
 */
public final class AnswerText {

    private static final String NOTHING = "";

    private final List<String> stops;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final StringBuilder given = new StringBuilder();
    private final StringBuilder held = new StringBuilder();
    private byte[] undecoded = {};
    private boolean stopped;

    /** An answer that ends at any of these texts; none is empty. */
    public AnswerText(List<String> stops) {
        this.stops = List.copyOf(stops);
    }

    /** Takes the bytes of a token; returns what can be given out now, which may be nothing. */
    public String add(byte[] bytes) {
        return take(decoded(bytes, false));
    }

    /** No token follows; returns what was held back. */
    public String end() {
        return take(decoded(new byte[0], true)) + give(held.length());
    }

    /** Whether a stop text came. */
    public boolean isStopped() {
        return stopped;
    }

    /** All that was given out. */
    public String text() {
        return given.toString();
    }

    private CharBuffer decoded(byte[] bytes, boolean last) {
        ByteBuffer in = ByteBuffer.allocate(undecoded.length + bytes.length).put(undecoded).put(bytes).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, last);
        undecoded = Arrays.copyOfRange(in.array(), in.position(), in.limit());
        return out.flip();
    }

    private String take(CharBuffer decoded) {
        while (decoded.hasRemaining() && !stopped) {
            held.append(decoded.get());
            complete().ifPresent(stop -> {
                held.setLength(held.length() - stop.length());
                stopped = true;
            });
        }
        return give(stopped ? held.length() : held.length() - begun());
    }

    private Optional<String> complete() {
        return stops.stream().filter(stop -> endsWith(stop, stop.length())).max(Comparator.comparingInt(String::length));
    }

    /** Characters at the end with which a stop text begins. */
    private int begun() {
        return stops.stream().mapToInt(stop -> {
            int length = Math.min(stop.length() - 1, held.length());
            while (length > 0 && !endsWith(stop, length)) {
                length--;
            }
            return length;
        }).max().orElse(0);
    }

    private boolean endsWith(String stop, int length) {
        int start = held.length() - length;
        return start >= 0 && stop.regionMatches(0, held.substring(start), 0, length);
    }

    private String give(int length) {
        if (length == 0) {
            return NOTHING;
        }
        String piece = held.substring(0, length);
        given.append(piece);
        held.delete(0, length);
        return piece;
    }
}
