package pruefstand.run;

import java.util.List;
import pruefstand.record.RunRecord;

/** Hears what a run does. */
public interface EvalListener {

    /** The plan is made; nothing has run yet. */
    void planned(Plan plan);

    /**
     * A cell begins.
     *
     * @param number from 1
     * @param total cells in all
     */
    void begins(Cell cell, int number, int total);

    /** The cell under way has come further. */
    void at(long done, long total);

    /**
     * The worker of the cell under way died of something that may have passed, and the cell begins once more.
     *
     * @param reason of its death, in English
     */
    default void again(Cell cell, String reason) {
    }

    /**
     * A speed is to be measured, and waits until the machine is quiet.
     *
     * @param disturbance what it waits for, in English
     */
    default void waits(String disturbance) {
    }

    /** The run is over, and these cells had no time any more. */
    default void late(List<PlannedCell> cells) {
    }

    /** The cell under way has ended without a record, since the model's or the task's files were changed meanwhile. */
    default void changed(Cell cell) {
    }

    /** Something has happened on a cluster. */
    default void cluster(ClusterNews news) {
    }

    /** A cell has ended, and its record is on the disk. */
    void ended(Cell cell, RunRecord record);
}
