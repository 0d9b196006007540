package pruefstand.task.kld;

/**
 * What two models are compared over.
 *
 * @param text the text
 * @param context tokens of a chunk; cut to what both models can hold
 */
public record KldRequest(String text, int context) {
}
