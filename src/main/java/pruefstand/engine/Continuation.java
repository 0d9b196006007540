package pruefstand.engine;

/**
 * A text of which the later part is scored.
 *
 * @param context what stands before; may be empty
 * @param continuation what is scored, given the context
 */
public record Continuation(String context, String continuation) {
}
