package pruefstand.run;

import java.time.Clock;
import pruefstand.record.Harness;

/**
 * Where and with what a run measures, the same for all its cells.
 *
 * @param host the machine
 * @param threads threads that each model computes with
 * @param harness this program
 * @param clock for when cells begin
 * @param scrub takes private places out of what is written
 */
record MeasuringPlace(Host host, int threads, Harness harness, Clock clock, Scrub scrub) {
}
