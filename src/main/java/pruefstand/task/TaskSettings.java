package pruefstand.task;

import java.util.List;
import pruefstand.model.ModelKind;

/** What a task file may say for its kind alone. The components of such a record are keys of the file, beside those of every task. */
public sealed interface TaskSettings permits NoSettings, PerplexitySettings, KldSettings, SpeedSettings, StsSettings,
        ClassificationSettings, RetrievalSettings, ChoiceSettings, AnswerSettings {

    /** Whether they make a task for such models, among those that its kind measures. */
    default boolean suit(ModelKind model) {
        return true;
    }

    /**
     * What cannot be meant, each with its key before it.
     *
     * @param data of the task
     */
    default List<String> faults(TaskData data) {
        return List.of();
    }
}
