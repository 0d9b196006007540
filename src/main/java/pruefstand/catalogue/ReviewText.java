package pruefstand.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What an entry says, as the bytes of its line: of a large catalogue hardly a text is shown at a time, and only those are read. */
public final class ReviewText {

    private static final String SEPARATOR = " \\n\\n ";

    /** UTF-8, with the SPACE that ends the header, since what stands there may begin with a separator. */
    private final byte[] bytes;

    private ReviewText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A text of these paragraphs; as in a line, none of them is empty or holds what parts paragraphs there. */
    public static ReviewText of(List<String> paragraphs) {
        return of(" " + String.join(SEPARATOR, paragraphs));
    }

    /** The text of a line with a header. */
    static ReviewText of(LineText line) {
        return of(line.text().substring(line.bodyStart() - 1));
    }

    private static ReviewText of(String body) {
        return new ReviewText(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text of a line.
     *
     * @param line what holds it, in valid UTF-8
     * @param body the first byte behind the SPACE that ends the header
     * @param end of the line
     */
    static ReviewText of(byte[] line, int body, int end) {
        return new ReviewText(Arrays.copyOfRange(line, body - 1, end));
    }

    /** The paragraphs in order, without empty ones. */
    public List<String> paragraphs() {
        return List.copyOf(Body.of(new String(bytes, StandardCharsets.UTF_8), 1).paragraphs());
    }

    /** Tells it from others, by 64 bits of what stands in the line. */
    public long hash() {
        return Hash.of(bytes, 0, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReviewText text && Arrays.equals(bytes, text.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return paragraphs().toString();
    }
}
