package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.text.Formats;

/** What fewer bits per weight cost in closeness to the base, and what they bring in speed; and how near speed is to what memory allows. */
record LadderCharts(Desk desk) {

    Stream<ChartView> views() {
        return Stream.of(divergence(), speed(), roofline()).flatMap(Optional::stream);
    }

    private Optional<ChartView> divergence() {
        Words words = desk.words();
        return new ColumnChoice(desk.site(), desk.results(), words).tasks(TaskKind.KLD)
                .flatMap(task -> desk.results().columns(task, Metric.KL_DIVERGENCE, Optional.empty()).stream().limit(1)
                        .flatMap(column -> chart("divergence", bits(), PlotAxis.logarithmic(words.say("chart.divergence.up"),
                                words.say("chart.divergence.unit"), words.formats()), column,
                                words.say("chart.divergence.subtitle", languages(task))).stream())).findFirst();
    }

    private Optional<ChartView> speed() {
        Words words = desk.words();
        return new PlotPoints(desk).speed(Metric.TG_TOKENS_PER_SECOND).flatMap(column -> chart("bits_speed", bits(),
                PlotAxis.logarithmic(words.say("chart.speed.up", column.length().orElse(0)), words.say("chart.speed.unit"), words.formats()),
                column, words.say("chart.bits_speed.subtitle", host())));
    }

    private Optional<ChartView> roofline() {
        Words words = desk.words();
        Formats formats = words.formats();
        PlotAxis size = PlotAxis.logarithmic(words.say("chart.size.across"), bytes -> formats.roundBytes(Math.round(bytes)),
                bytes -> formats.bytes(Math.round(bytes)));
        return new PlotPoints(desk).speed(Metric.ROOFLINE_SHARE).flatMap(column -> chart("roofline",
                new Horizontal(FileFact.BYTES, size), PlotAxis.linear(words.say("chart.roofline.up"), "", formats), column,
                words.say("chart.roofline.subtitle", host())));
    }

    private record Horizontal(FileFact fact, PlotAxis axis) {
    }

    private Horizontal bits() {
        return new Horizontal(FileFact.BITS_PER_WEIGHT, PlotAxis.logarithmic(desk.words().say("chart.weights.across"),
                desk.words().say("chart.weights.unit"), desk.words().formats()));
    }

    private String host() {
        return new PlotPoints(desk).host().map(run -> desk.words().host(run.host())).orElse("");
    }

    private String languages(Task task) {
        return desk.sets().heads().languages(task.name());
    }

    private Optional<ChartView> chart(String id, Horizontal across, PlotAxis up, Column.OfMetric column, String subtitle) {
        List<PlotPoint> points = new PlotPoints(desk).of(new PlotPoints.Across.OfFile(across.fact()), column).stream()
                .filter(point -> !up.scale().logarithmic() || point.up().value() > 0).toList();
        Words words = desk.words();
        Plot plot = new Plot(desk, across.axis(), up);
        return points.isEmpty() ? Optional.empty() : Optional.of(plot.view(new Plot.Caption(id, words.say("chart." + id + ".title"), subtitle,
                List.of(), words.say("chart.description", points.size(), plot.sentence(points.getFirst()), plot.sentence(points.getLast()))),
                points, List.of()));
    }
}
