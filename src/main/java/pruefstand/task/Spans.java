package pruefstand.task;

/**
 * How a text is cut for bits per byte, the same for all models.
 *
 * @param bytes about how long a span is; it ends at the end of a paragraph
 * @param preceding bytes before a span that a model is shown but not scored on, as whole paragraphs
 */
public record Spans(int bytes, int preceding) {

    public static final Spans DEFAULT = new Spans(2000, 1000);

    public Spans {
        if (bytes < 1 || preceding < 0) {
            throw new IllegalArgumentException("spans: bytes must be positive and preceding not negative");
        }
    }
}
