package pruefstand.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Of a perplexity task.
 *
 * @param context tokens of a chunk; cut to what a model can hold
 * @param spans how the text is cut for bits per byte
 * @param rolling whether the text is scored in rolling windows too, for perplexity of words and bytes as lm-evaluation-harness has
 *        it; it is where it is not said
 */
public record PerplexitySettings(OptionalInt context, Optional<Spans> spans, Optional<Boolean> rolling) implements TaskSettings {

    @Override
    public List<String> faults(TaskData data) {
        return new Faults().context(context).all();
    }
}
