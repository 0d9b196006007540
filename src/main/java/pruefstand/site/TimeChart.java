package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.text.Formats;

/** Time for a token against parameters, with a power law through all variants. */
record TimeChart(Desk desk) {

    private static final double MILLISECONDS = 1000;

    /** The chart; none before speeds are measured. */
    Optional<ChartView> view() {
        PlotPoints points = new PlotPoints(desk);
        return points.speed(Metric.TG_TOKENS_PER_SECOND).flatMap(speed -> view(speed,
                points.of(new PlotPoints.Across.OfFile(FileFact.PARAMETERS), speed, TimeChart::milliseconds)));
    }

    /** Milliseconds for a token, from tokens a second: the ends of the interval change places. */
    static Estimate milliseconds(Estimate speed) {
        OptionalDouble low = speed.high().isPresent() ? OptionalDouble.of(MILLISECONDS / speed.high().getAsDouble()) : OptionalDouble.empty();
        OptionalDouble high = speed.low().isPresent() && speed.low().getAsDouble() > 0
                ? OptionalDouble.of(MILLISECONDS / speed.low().getAsDouble()) : OptionalDouble.empty();
        boolean both = low.isPresent() && high.isPresent();
        return new Estimate(MILLISECONDS / speed.value(), both ? low : OptionalDouble.empty(), both ? high : OptionalDouble.empty(),
                OptionalDouble.empty(), speed.n(), speed.interval(), false, Optional.of("ms"));
    }

    private Optional<ChartView> view(Column.OfMetric speed, List<PlotPoint> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Words words = desk.words();
        Formats formats = words.formats();
        Plot plot = new Plot(desk, PlotAxis.logarithmic(words.say("chart.parameters.across"), count -> formats.count(Math.round(count)),
                count -> words.say("chart.parameters.value", formats.count(Math.round(count)))),
                PlotAxis.logarithmic(words.say("chart.time.up", speed.length().orElse(0)), "ms", formats));
        Fit fit = Fit.of(points);
        return Optional.of(plot.view(new Plot.Caption("time", fit.claim().map(law -> words.say("chart.time.finding",
                formats.number(Math.pow(10, law.exponent()), 2))).orElseGet(() -> words.say("chart.time.title")),
                words.say("chart.time.subtitle", new PlotPoints(desk).host().map(run -> words.host(run.host())).orElse("")),
                List.of(fit.inWords(words)),
                words.say("chart.time.description", points.size(), plot.sentence(points.getFirst()), plot.sentence(points.getLast()))),
                points, fit.guides(points)));
    }
}
