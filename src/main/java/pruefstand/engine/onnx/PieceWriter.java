package pruefstand.engine.onnx;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/** Makes of the bytes of tokens pieces of text: whole characters only, and nothing that may belong to a stop text. */
final class PieceWriter {

    private final List<String> stops;
    private final Consumer<String> pieces;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final StringBuilder text = new StringBuilder();
    private final DoubleStream.Builder seconds = DoubleStream.builder();
    private final long start = System.nanoTime();
    private ByteBuffer undecoded = ByteBuffer.allocate(0);
    private int shown;

    /** The clock of the pieces starts now. */
    PieceWriter(List<String> stops, Consumer<String> pieces) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
        this.pieces = pieces;
    }

    /** Appends the bytes of a token; tells whether a stop text has come, with which the text ends. */
    boolean write(byte[] token) {
        text.append(decode(token, false));
        int stop = stops.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
        if (stop >= 0) {
            text.setLength(stop);
        }
        show(stop >= 0 ? stop : text.length() - heldBack());
        return stop >= 0;
    }

    /** Shows what was held back. */
    void finish() {
        text.append(decode(new byte[0], true));
        show(text.length());
    }

    String text() {
        return text.toString();
    }

    double[] pieceSeconds() {
        return seconds.build().toArray();
    }

    private void show(int end) {
        if (end > shown) {
            seconds.add((System.nanoTime() - start) / 1e9);
            pieces.accept(text.substring(shown, end));
            shown = end;
        }
    }

    /** How much of the end may be the beginning of a stop text. */
    private int heldBack() {
        int longest = 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, text.length()); length > longest; length--) {
                if (stop.startsWith(text.substring(text.length() - length))) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    private CharBuffer decode(byte[] token, boolean last) {
        byte[] bytes = Arrays.copyOf(undecoded.array(), undecoded.array().length + token.length);
        System.arraycopy(token, 0, bytes, undecoded.array().length, token.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        decoder.reset().decode(in, out, last);
        undecoded = ByteBuffer.wrap(Arrays.copyOfRange(bytes, in.position(), bytes.length));
        return out.flip();
    }
}
