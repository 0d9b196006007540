package pruefstand.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pruefstand.task.Task;
import pruefstand.text.Message;

/**
 * What a run will do.
 *
 * @param due cells to measure, the most wanted first, those of one variant next to each other
 * @param current cells that have a record already
 * @param left variants that cannot run here, each with the reason
 * @param waiting tasks whose data have not been fetched
 * @param future when the newest record began, where that is still to come by this machine's clock
 */
public record Plan(List<PlannedCell> due, List<Cell> current, List<Left> left, List<Task> waiting, Optional<Instant> future) {

    public Plan {
        due = List.copyOf(due);
        current = List.copyOf(current);
        left = List.copyOf(left);
        waiting = List.copyOf(waiting);
    }

    /**
     * A variant that is not measured.
     *
     * @param model listed name
     * @param variant variant's name
     * @param why what is missing
     */
    public record Left(String model, String variant, Message why) {
    }

    /** The same in another order, with what the clock looks like. */
    Plan with(List<PlannedCell> sorted, Optional<Instant> newestToCome) {
        return new Plan(sorted, current, left, waiting, newestToCome);
    }

    /** Those cells that should be over by a time if the first begins now and each takes as long as expected; one of unknown length fits while there is time. */
    public List<PlannedCell> fitting(Instant now, Instant until) {
        List<PlannedCell> fitting = new ArrayList<>();
        Instant begin = now;
        for (PlannedCell planned : due) {
            if (fits(planned, begin, until)) {
                fitting.add(planned);
                begin = end(planned, begin);
            }
        }
        return fitting;
    }

    static boolean fits(PlannedCell planned, Instant begin, Instant until) {
        return begin.isBefore(until) && !end(planned, begin).isAfter(until);
    }

    private static Instant end(PlannedCell planned, Instant begin) {
        return begin.plusMillis(Math.round(planned.seconds().orElse(0) * 1000));
    }
}
