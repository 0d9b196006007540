package pruefstand.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one element of a job array is to measure; it lies in the shared folder from before the array is submitted until all of it is
 * settled.
 *
 * @param workspace folder of the workspace
 * @param results folder that takes the records
 * @param threads threads that each model computes with; empty: what the job was given
 * @param until no cell begins that should take longer; empty: all do
 * @param lost how many jobs it has lost to their machines already
 * @param cells those of one model, in order
 */
record ElementOrder(Path workspace, Path results, OptionalInt threads, Optional<Instant> until, int lost, List<Entry> cells) {

    ElementOrder {
        cells = List.copyOf(cells);
    }

    /**
     * A cell.
     *
     * @param planned as the run that submitted it has planned it
     * @param run id of its record
     */
    record Entry(PlannedCell planned, String run) {

        Cell cell() {
            return planned.cell();
        }

        /** Where its record will lie. */
        Path record(Path results) {
            return results.resolve(cell().folder()).resolve(run + ".json");
        }
    }

    String model() {
        return cells.getFirst().cell().model().name();
    }

    /** The same for some of its cells, after a job. */
    ElementOrder with(List<Entry> left, int lostNow) {
        return new ElementOrder(workspace, results, threads, until, lostNow, left);
    }
}
