package pruefstand.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Of a cloze or generation task.
 *
 * @param template {@code {prompt}} stands for the field of the item
 * @param maxTokens most tokens that are written
 * @param stop texts at which an answer ends
 * @param temperature how freely tokens are drawn; 0, always the likeliest, where it is not said
 * @param answerPattern a regular expression; what it finds last in an answer is compared, of the model's and of the right ones
 */
public record AnswerSettings(Optional<String> template, OptionalInt fewShot, Optional<String> choicePrefix, OptionalInt context,
        OptionalInt maxTokens, Optional<List<String>> stop, OptionalDouble temperature, Optional<String> answerPattern)
        implements TaskSettings, PromptSettings {

    @Override
    public List<String> faults(TaskData data) {
        return new Faults().addAll(faults(data, List.of("prompt"))).atLeast(1, "max_tokens", maxTokens)
                .unless(stop.stream().flatMap(List::stream).noneMatch(end -> end == null || end.isEmpty()),
                        "stop: expected texts that are not empty, got " + stop.orElse(List.of()))
                .unless(temperature.orElse(0) >= 0, "temperature: expected at least 0, got " + temperature.orElse(0))
                .addAll(answerPattern.stream().flatMap(AnswerSettings::faults).toList()).all();
    }

    private static Stream<String> faults(String pattern) {
        try {
            Pattern.compile(pattern);
            return Stream.empty();
        } catch (PatternSyntaxException e) {
            return Stream.of("answer_pattern: " + e.getDescription() + " in the regular expression " + pattern);
        }
    }
}
