package pruefstand.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Of a multiple-choice task.
 *
 * @param template {@code {question}} and {@code {choices}} stand for fields of the item
 */
public record ChoiceSettings(Optional<String> template, OptionalInt fewShot, Optional<String> choicePrefix, OptionalInt context)
        implements TaskSettings, PromptSettings {

    @Override
    public List<String> faults(TaskData data) {
        return faults(data, List.of("question", "choices"));
    }
}
