package pruefstand.site;

import pruefstand.metric.Estimate;
import pruefstand.model.Artifact;
import pruefstand.record.RunRecord;

/**
 * A variant's quality against the size of its file.
 *
 * @param model whose
 * @param variant which
 * @param bytes size of the file
 * @param run where the estimate stands
 * @param estimate bits per byte
 * @param file the file itself
 */
record SizePoint(SiteModel model, String variant, long bytes, RunRecord run, Estimate estimate, Artifact file) {

    double low() {
        return estimate.low().orElse(estimate.value());
    }

    double high() {
        return estimate.high().orElse(estimate.value());
    }
}
