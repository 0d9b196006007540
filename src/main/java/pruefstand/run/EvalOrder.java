package pruefstand.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pruefstand.engine.ComputeOptions;

/**
 * What a run is to do.
 *
 * @param selection which cells it is about
 * @param options how llama.cpp computes
 * @param speedEvery speeds whose newest record is older are measured again; empty: none is
 * @param until when it has to be over; no cell begins that should take longer
 */
public record EvalOrder(EvalSelection selection, ComputeOptions options, Optional<Duration> speedEvery, Optional<Instant> until) {

    /** Everything that is missing among some cells, however long it takes, computed as by default. */
    public static EvalOrder of(EvalSelection selection) {
        return new EvalOrder(selection, ComputeOptions.DEFAULT, Optional.empty(), Optional.empty());
    }
}
