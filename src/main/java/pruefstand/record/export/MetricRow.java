package pruefstand.record.export;

import pruefstand.metric.Estimate;
import pruefstand.record.RunRecord;

/**
 * A metric of a record.
 *
 * @param run the record
 * @param metric its id
 * @param estimate its value
 */
public record MetricRow(RunRecord run, String metric, Estimate estimate) {
}
