package pruefstand.task;

/**
 * A text that a model is given, with where it comes from, for messages.
 *
 * @param text as the model gets it, prompt included
 * @param origin such as {@code sentence1 in pairs.jsonl:3}
 */
public record PlacedText(String text, String origin) {
}
