package pruefstand.task;

import java.util.List;
import java.util.OptionalInt;

/**
 * Of a kld task.
 *
 * @param context tokens of a chunk; cut to what the models can hold
 */
public record KldSettings(OptionalInt context) implements TaskSettings {

    @Override
    public List<String> faults(TaskData data) {
        return new Faults().context(context).all();
    }
}
