package pruefstand.run;

import java.time.Clock;
import java.util.Optional;
import pruefstand.record.Harness;

/**
 * Where and with what a cell is measured.
 *
 * @param host the machine
 * @param threads threads that each model computes with
 * @param harness this program
 * @param clock for when cells begin
 * @param scrub takes private places out of what is written
 * @param disturbance what keeps the machine from its full speed; empty where nothing does, or it does not matter
 */
record MeasuringPlace(Host host, int threads, Harness harness, Clock clock, Scrub scrub, Optional<String> disturbance) {

    /** The same with something that keeps the machine from its full speed. */
    MeasuringPlace disturbed(Optional<String> by) {
        return new MeasuringPlace(host, threads, harness, clock, scrub, by);
    }
}
