package pruefstand.site;

import pruefstand.metric.Estimate;
import pruefstand.metric.Standing;
import pruefstand.record.RunRecord;
import pruefstand.text.Message;

/** What stands in one cell of a table. */
sealed interface Reading {

    /**
     * A measured value.
     *
     * @param run where it stands
     * @param estimate the value with its interval
     */
    record Measured(RunRecord run, Estimate estimate) implements Reading {
    }

    /**
     * An exact quantity, such as a size.
     *
     * @param run where it stands
     * @param value in bytes, or a count
     */
    record Exact(RunRecord run, long value) implements Reading {
    }

    /**
     * It was tried.
     *
     * @param run which says why it failed
     */
    record Failed(RunRecord run) implements Reading {
    }

    /**
     * There is no number.
     *
     * @param why for the reader
     */
    record Missing(Message why) implements Reading {
    }

    /**
     * A rank among those that can be compared item by item.
     *
     * @param rank from 1
     */
    record Ranked(int rank) implements Reading {
    }

    /**
     * Where a model stands over several tasks.
     *
     * @param standing all its figures
     */
    record Stands(Standing standing) implements Reading {
    }
}
