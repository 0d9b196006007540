package pruefstand.site;

import java.util.OptionalDouble;
import pruefstand.metric.Estimate;
import pruefstand.record.RunRecord;

/**
 * A variant's quality against the size of its file.
 *
 * @param model whose
 * @param variant which
 * @param bytes size of the file
 * @param run where the estimate stands
 * @param estimate bits per byte
 * @param bitsPerWeight of the file, where it has weights
 */
record SizePoint(SiteModel model, String variant, long bytes, RunRecord run, Estimate estimate, OptionalDouble bitsPerWeight) {

    double low() {
        return estimate.low().orElse(estimate.value());
    }

    double high() {
        return estimate.high().orElse(estimate.value());
    }
}
