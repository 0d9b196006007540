package pruefstand.nightly;

import java.util.List;
import java.util.Optional;
import pruefstand.record.RunRecord;
import pruefstand.run.Cell;
import pruefstand.run.EvalOrder;
import pruefstand.site.SiteReport;
import pruefstand.text.Message;

/** What a night has done by others: the same that the commands do. */
public interface NightSteps {

    /** Checks the review file. Returns whether it has no errors. */
    boolean isClean();

    /** Fetches what may be fetched. */
    Pulled pull();

    /** Measures. */
    Measured measure(EvalOrder order);

    /** All cells that can be measured now, whether or not they are due. */
    List<Cell> cells();

    /** Builds what of the site would be another now, or leaves it as it is and refuses. */
    SiteReport site();

    /** Tells the site as it was last built from others: the same text means the same site; empty where nobody knows. */
    Optional<String> siteState();

    /**
     * What came of fetching.
     *
     * @param variants that were fetched
     * @param troubles with those that could not be
     */
    record Pulled(List<String> variants, List<Message> troubles) {

        static final Pulled NOTHING = new Pulled(List.of(), List.of());

        public Pulled {
            variants = List.copyOf(variants);
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * What came of measuring.
     *
     * @param records that were written, in order
     * @param late cells for which there was no time
     * @param changed cells whose files changed while they were measured, hence without records
     */
    record Measured(List<RunRecord> records, List<String> late, List<String> changed) {

        public Measured {
            records = List.copyOf(records);
            late = List.copyOf(late);
            changed = List.copyOf(changed);
        }
    }

    /** How far forecasts of speeds that were measured were off. */
    Optional<ForecastCheck.Result> forecasts();
}
