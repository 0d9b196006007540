package pruefstand.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pruefstand.record.RunRecord;

/**
 * Measures cells, here or elsewhere. Each record is on the disk before the run's listener hears of it; interrupted at any moment,
 * what is on the disk stays.
 */
interface Executor {

    /**
     * Looks, before anything is planned, at what earlier runs have left.
     *
     * @throws pruefstand.text.Refusal if that does not let this one begin
     */
    void begins();

    /**
     * Measures cells that are due.
     *
     * @param due the most wanted first, those of one variant next to each other
     * @param until no cell begins that should take longer; empty: all do
     * @return the records written, in order
     */
    List<RunRecord> measure(List<PlannedCell> due, Optional<Instant> until);
}
