package pruefstand.task;

import java.util.List;
import java.util.OptionalInt;

/**
 * Of a classification task.
 *
 * @param samplesPerLabel items of each label to learn from; 8 where it is not said
 */
public record ClassificationSettings(OptionalInt samplesPerLabel) implements TaskSettings {

    @Override
    public List<String> faults(TaskData data) {
        return new Faults().atLeast(1, "samples_per_label", samplesPerLabel).all();
    }
}
