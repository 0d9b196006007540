package pruefstand.task;

import java.util.List;
import java.util.Optional;

/**
 * Of an sts task.
 *
 * @param scale range of the gold scores; must be said
 */
public record StsSettings(Optional<Scale> scale) implements TaskSettings {

    @Override
    public List<String> faults(TaskData data) {
        return scale.isPresent() ? List.of() : List.of("scale: missing; kind sts needs min and max of the scores");
    }
}
