package pruefstand.site;

import pruefstand.metric.Estimate;
import pruefstand.model.Artifact;
import pruefstand.site.chart.Extent;

/**
 * A variant in a chart.
 *
 * @param model whose
 * @param variant which
 * @param file what was measured
 * @param across where it lies on the horizontal axis
 * @param measured where its number stands
 */
record PlotPoint(SiteModel model, String variant, Artifact file, Extent across, Reading.Measured measured) {

    Estimate estimate() {
        return measured.estimate();
    }

    Extent up() {
        return extent(estimate());
    }

    String name() {
        return model.name() + " " + variant;
    }

    String family() {
        return model.family().orElse(model.name());
    }

    static Extent extent(Estimate estimate) {
        return new Extent(estimate.value(), estimate.low().orElse(estimate.value()), estimate.high().orElse(estimate.value()));
    }
}
