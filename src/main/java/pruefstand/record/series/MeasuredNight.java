package pruefstand.record.series;

import java.time.Instant;
import java.util.List;
import pruefstand.metric.Estimate;
import pruefstand.metric.Occasion;
import pruefstand.record.RunRecord;

/**
 * What one night measured of one cell: once, or, where the first number was suspect, again at once.
 *
 * @param records in order, at least one, all with the metric
 * @param metric id of the series' metric
 */
public record MeasuredNight(List<RunRecord> records, String metric) {

    public MeasuredNight {
        records = List.copyOf(records);
    }

    public Instant began() {
        return records.getFirst().started();
    }

    /** The record that stands for the night: the one nearest to the median of those that count. */
    public RunRecord middle() {
        double middle = occasion().value();
        return records.stream().min((a, b) -> Double.compare(Math.abs(estimate(a).value() - middle), Math.abs(estimate(b).value() - middle)))
                .orElseThrow();
    }

    public Estimate estimate() {
        return estimate(middle());
    }

    /** Whether the numbers are to be taken with care. */
    public boolean isMarked() {
        return records.stream().anyMatch(record -> record.guards().marked());
    }

    /** Its numbers for the step test, which wants them above 0: so it is for speeds. */
    Occasion occasion() {
        return new Occasion(records.stream().map(record -> estimate(record).value()).toList());
    }

    private Estimate estimate(RunRecord record) {
        return record.metric(metric).orElseThrow();
    }
}
