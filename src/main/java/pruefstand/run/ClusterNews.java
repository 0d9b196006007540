package pruefstand.run;

import java.util.Set;
import pruefstand.text.Message;

/** What a run hears from a cluster beside the cells that end there. */
public sealed interface ClusterNews {

    /**
     * A job was submitted.
     *
     * @param job its number
     * @param elements how many models it measures, each by itself
     * @param cells how many cells those have
     */
    record Submitted(String job, int elements, int cells) implements ClusterNews {
    }

    /**
     * An earlier run has submitted what is still open, and it is followed.
     *
     * @param elements how many models
     * @param cells how many cells without a record
     */
    record Followed(int elements, int cells) implements ClusterNews {
    }

    /**
     * Jobs wait for something that may not come by itself.
     *
     * @param reasons as Slurm names them
     */
    record Waiting(Set<String> reasons) implements ClusterNews {
    }

    /**
     * A job ended before all its cells had, and they are submitted again.
     *
     * @param model whose cells
     * @param reason what Slurm says of the job
     * @param cells how many are left
     */
    record Again(String model, String reason, int cells) implements ClusterNews {
    }

    /**
     * What was to be submitted again was not taken, and is left for the next run.
     *
     * @param model whose cells
     * @param why what the scheduler says
     */
    record NotTaken(String model, Message why) implements ClusterNews {
    }

    /** The scheduler does not answer; jobs may go on meanwhile, and it is asked again. */
    record Silent() implements ClusterNews {
    }

    /** Somebody has cancelled the job of a cell, which is left for the next run. */
    record Cancelled(Cell cell) implements ClusterNews {
    }

    /**
     * The program ends, and its jobs go on.
     *
     * @param names as Slurm lists them
     */
    record LeftBehind(Set<String> names) implements ClusterNews {
    }
}
