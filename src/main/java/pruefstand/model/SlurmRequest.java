package pruefstand.model;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a model's job asks of Slurm. What is empty, Slurm decides by its own defaults and those of the user.
 *
 * @param gres such as {@code gpu:1}
 * @param time longest time for all cells of the model
 * @param memoryGb memory of the job, 10⁹ bytes
 * @param cpus processors, and threads to compute with
 * @param partition where it runs
 */
public record SlurmRequest(Optional<String> gres, Optional<Duration> time, OptionalDouble memoryGb, OptionalInt cpus,
        Optional<String> partition) {

    public static final SlurmRequest NONE = new SlurmRequest(Optional.empty(), Optional.empty(), OptionalDouble.empty(),
            OptionalInt.empty(), Optional.empty());
}
