package pruefstand.task;

import java.util.stream.Stream;

/**
 * A text that a model is given, with where it comes from, for messages.
 *
 * @param text as the model gets it, prompt included
 * @param origin such as {@code sentence1 in pairs.jsonl:3}
 */
public record PlacedText(String text, String origin) {

    /** The two sentences of a pair, each behind the same prompt. */
    public static Stream<PlacedText> pair(String prompt, String sentence1, String sentence2, String place) {
        return Stream.of(new PlacedText(prompt + sentence1, "sentence1 in " + place),
                new PlacedText(prompt + sentence2, "sentence2 in " + place));
    }
}
