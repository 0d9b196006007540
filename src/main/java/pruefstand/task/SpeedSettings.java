package pruefstand.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Of a speed task.
 *
 * @param prompt tokens of the prompt; cut to what a model can hold
 * @param generate tokens to generate; cut likewise
 * @param repetitions counted runs
 * @param depths tokens in the cache before the clock starts; 0 alone where it is not said, others are run beside it
 * @param sequences texts that go on side by side; 1 alone where it is not said, others are run beside it
 */
public record SpeedSettings(OptionalInt prompt, OptionalInt generate, OptionalInt repetitions, Optional<List<Integer>> depths,
        Optional<List<Integer>> sequences) implements TaskSettings {

    @Override
    public List<String> faults(TaskData data) {
        return new Faults().atLeast(1, "prompt", prompt).atLeast(1, "generate", generate).atLeast(1, "repetitions", repetitions)
                .atLeast(0, "depths", depths).atLeast(1, "sequences", sequences).all();
    }
}
