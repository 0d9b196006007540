package pruefstand.run;

import java.util.List;
import pruefstand.task.Task;
import pruefstand.text.Message;

/**
 * What a run will do.
 *
 * @param due cells to measure, those of one variant next to each other
 * @param current how many cells have a record already
 * @param left variants that cannot run here, each with the reason
 * @param waiting tasks whose data have not been fetched
 */
public record Plan(List<Cell> due, int current, List<Left> left, List<Task> waiting) {

    public Plan {
        due = List.copyOf(due);
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
}
