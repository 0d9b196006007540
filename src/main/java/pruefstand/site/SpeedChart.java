package pruefstand.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pruefstand.metric.Metric;
import pruefstand.site.chart.Guide;
import pruefstand.task.Task;
import pruefstand.text.Formats;

/** Bits per byte against tokens written a second, with the front: those than which none is both faster and better. */
record SpeedChart(Desk desk) {

    /** The chart; none before both are measured. */
    Optional<ChartView> view() {
        PlotPoints points = new PlotPoints(desk);
        return points.speed(Metric.TG_TOKENS_PER_SECOND).flatMap(speed -> points.texts()
                .map(task -> view(task, speed, points.of(new PlotPoints.Across.OfColumn(speed), PlotPoints.bitsPerByte(task))))
                .flatMap(Optional::stream).findFirst());
    }

    private Optional<ChartView> view(Task task, Column.OfMetric speed, List<PlotPoint> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Words words = desk.words();
        Formats formats = words.formats();
        Plot plot = new Plot(desk, PlotAxis.logarithmic(words.say("chart.speed.across", speed.length().orElse(0)),
                words.say("chart.speed.unit"), formats), PlotAxis.linear(words.say("chart.bits.up"), words.say("chart.bits.unit"), formats));
        String language = desk.sets().heads().languages(task.name());
        Finding finding = Finding.of(words, points);
        List<String> limits = finding.limit().stream().toList();
        return Optional.of(plot.view(new Plot.Caption("speed", limits.isEmpty() ? finding.title() : words.say("chart.speed.title"),
                words.say("chart.speed.subtitle", language, new PlotPoints(desk).host().map(run -> words.host(run.host())).orElse("")),
                limits,
                words.say("chart.speed.description", points.size(), plot.sentence(points.getFirst()), plot.sentence(points.getLast()))),
                points, front(points)));
    }

    /** From the fastest down; a point is on the front where it predicts better than everything faster. */
    static List<Guide> front(List<PlotPoint> points) {
        List<Guide.Corner> corners = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (PlotPoint point : points.stream().sorted(Comparator.comparingDouble((PlotPoint each) -> each.across().value()).reversed()
                .thenComparingDouble(each -> each.up().value())).toList()) {
            if (point.up().value() < best) {
                if (!corners.isEmpty()) {
                    corners.add(new Guide.Corner(point.across().value(), best));
                }
                best = point.up().value();
                corners.add(new Guide.Corner(point.across().value(), best));
            }
        }
        return corners.size() > 1 ? List.of(new Guide(corners)) : List.of();
    }

    /** What the fastest costs against the best, where both differences are real; else why nothing is claimed. */
    private record Finding(Words words, PlotPoint fastest, PlotPoint best) {

        private static Finding of(Words words, List<PlotPoint> points) {
            return new Finding(words, points.getLast(), points.stream().min(Comparator.comparingDouble(point -> point.up().value())).orElseThrow());
        }

        private long items() {
            return Math.min(fastest.estimate().n(), best.estimate().n());
        }

        private Optional<String> limit() {
            Formats formats = words.formats();
            if (fastest == best) {
                return Optional.of(words.say("chart.speed.same"));
            }
            if (items() < SizeFinding.LEAST_ITEMS) {
                return Optional.of(words.say("chart.too_few", formats.integer(items()), formats.integer(SizeFinding.LEAST_ITEMS)));
            }
            boolean real = Plot.areApart(fastest.estimate(), best.estimate()) && best.across().high() < fastest.across().low();
            return real ? Optional.empty() : Optional.of(words.say("chart.speed.no_difference"));
        }

        private String title() {
            Formats formats = words.formats();
            return words.say("chart.speed.finding", formats.number(fastest.across().value() / best.across().value(), 2),
                    formats.decimals(100 * (fastest.up().value() / best.up().value() - 1), 0));
        }
    }
}
