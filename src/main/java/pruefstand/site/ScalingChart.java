package pruefstand.site;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.task.Task;
import pruefstand.text.Formats;
import pruefstand.text.Slug;

/** Bits per byte against parameters within one family: each model by its least quantised variant. */
record ScalingChart(Desk desk) {

    /** A chart for each family with enough models of different size. */
    Stream<ChartView> views() {
        PlotPoints points = new PlotPoints(desk);
        return points.texts().findFirst().stream().flatMap(task -> families(points.of(
                new PlotPoints.Across.OfFile(FileFact.PARAMETERS), PlotPoints.bitsPerByte(task))).entrySet().stream()
                .flatMap(family -> view(task, family.getKey(), family.getValue()).stream()));
    }

    /** That of one family; none where it has too few models of different size. */
    Optional<ChartView> of(String family) {
        PlotPoints points = new PlotPoints(desk);
        return points.texts().findFirst().flatMap(task -> view(task, family, points.of(desk.site().family(family),
                new PlotPoints.Across.OfFile(FileFact.PARAMETERS), PlotPoints.bitsPerByte(task), UnaryOperator.identity())));
    }

    private static Map<String, List<PlotPoint>> families(List<PlotPoint> points) {
        return points.stream().filter(point -> point.model().family().isPresent())
                .collect(Collectors.groupingBy(PlotPoint::family, TreeMap::new, Collectors.toList()));
    }

    private Optional<ChartView> view(Task task, String family, List<PlotPoint> all) {
        List<PlotPoint> points = all.stream().map(PlotPoint::model).distinct().map(model -> all.stream()
                .filter(point -> point.model().equals(model))
                .max(Comparator.comparingDouble(point -> point.file().bitsPerWeight().orElse(0))).orElseThrow()).toList();
        Fit fit = Fit.of(points);
        if (fit.law().isEmpty()) {
            return Optional.empty();
        }
        Words words = desk.words();
        Formats formats = words.formats();
        Plot plot = new Plot(desk, PlotAxis.logarithmic(words.say("chart.parameters.across"), count -> formats.count(Math.round(count)),
                count -> words.say("chart.parameters.value", formats.count(Math.round(count)))),
                PlotAxis.linear(words.say("chart.bits.up"), words.say("chart.bits.unit"), formats));
        String language = desk.sets().heads().languages(task.name());
        return Optional.of(plot.view(new Plot.Caption("scaling-" + Slug.of(family),
                fit.claim().map(law -> words.say("chart.scaling.finding", family, formats.decimals(100 * (1 - Math.pow(10, law.exponent())), 0)))
                        .orElseGet(() -> words.say("chart.scaling.title", family)),
                words.say("chart.scaling.subtitle", language), List.of(fit.inWords(words)),
                words.say("chart.scaling.description", points.size(), plot.sentence(points.getFirst()), plot.sentence(points.getLast()))),
                points, fit.guides(points)));
    }
}
