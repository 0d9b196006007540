package pruefstand.site;

import java.util.List;
import java.util.Optional;
import pruefstand.task.Task;
import pruefstand.text.Formats;

/** Bits per byte against the size of the file, for the text in the language of the page. */
record SizeChart(Desk desk) {

    /** The chart; none before anything is measured. */
    Optional<ChartView> view() {
        PlotPoints points = new PlotPoints(desk);
        return points.texts().map(task -> view(task, points.of(new PlotPoints.Across.OfFile(FileFact.BYTES), PlotPoints.bitsPerByte(task))))
                .flatMap(Optional::stream).findFirst();
    }

    private Optional<ChartView> view(Task task, List<PlotPoint> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Words words = desk.words();
        Formats formats = words.formats();
        SizeFinding finding = SizeFinding.of(points);
        Optional<String> title = finding.title(words);
        Plot plot = new Plot(desk, PlotAxis.logarithmic(words.say("chart.size.across"), bytes -> formats.roundBytes(Math.round(bytes)),
                bytes -> formats.bytes(Math.round(bytes))), PlotAxis.linear(words.say("chart.bits.up"), words.say("chart.bits.unit"), formats));
        String language = desk.sets().heads().languages(task.name());
        return Optional.of(plot.view(new Plot.Caption("size", title.orElseGet(() -> words.say("chart.size.title")),
                words.say("chart.size.subtitle", language, points.getFirst().estimate().n()),
                title.isPresent() ? List.of() : List.of(finding.limit(words)),
                words.say("chart.size.description", points.size(), plot.sentence(points.getFirst()), plot.sentence(points.getLast()))),
                points, List.of()));
    }
}
