package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pruefstand.metric.PowerLaw;
import pruefstand.site.chart.Guide;

/**
 * A power law through the points of a chart.
 *
 * @param law the fit; empty where there are too few points
 */
record Fit(Optional<PowerLaw> law) {

    private static final int CORNERS = 40;
    private static final int DIGITS = 2;

    static Fit of(List<PlotPoint> points) {
        return new Fit(PowerLaw.fit(points.stream().mapToDouble(point -> point.across().value()).toArray(),
                points.stream().mapToDouble(point -> point.up().value()).toArray()));
    }

    /** The law, where its exponent is certainly not 0. */
    Optional<PowerLaw> claim() {
        return law.filter(fit -> fit.low() > 0 || fit.high() < 0);
    }

    /** The exponent with its interval, or why there is none. */
    String inWords(Words words) {
        return law.map(fit -> words.say("chart.fit", words.formats().number(fit.exponent(), DIGITS),
                words.formats().number(fit.low(), DIGITS), words.formats().number(fit.high(), DIGITS), fit.points()))
                .orElseGet(() -> words.say("chart.no_fit", PowerLaw.FEWEST));
    }

    /** The law from the first point to the last, as a line with corners enough to look like a curve on any scale. */
    List<Guide> guides(List<PlotPoint> points) {
        double from = points.getFirst().across().value();
        double to = points.getLast().across().value();
        return law.map(fit -> new Guide(IntStream.rangeClosed(0, CORNERS).mapToDouble(i -> from * Math.pow(to / from, i / (double) CORNERS))
                .mapToObj(x -> new Guide.Corner(x, fit.at(x))).toList())).stream().toList();
    }
}
