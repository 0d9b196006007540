package pruefstand.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pruefstand.metric.Metric;
import pruefstand.site.chart.Drawing;
import pruefstand.site.chart.Mark;
import pruefstand.site.chart.Scatter;
import pruefstand.site.chart.Shape;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;

/** Bits per byte against the size of the file, for the text in the language of the page. */
record SizeChart(Desk desk) {

    private static final Pattern BITS = Pattern.compile("^[A-Z]+(\\d{1,2})(?:_|$)");
    private static final int COLOURS = 5;
    private static final int OTHER = 5;
    private static final int MOST = 40;

    /** The chart; none before anything is measured. */
    Optional<ChartView> view() {
        return new ColumnChoice(desk.site(), desk.results(), desk.words()).tasks(TaskKind.PERPLEXITY)
                .map(task -> view(task, points(task))).flatMap(Optional::stream).findFirst();
    }

    private Optional<ChartView> view(Task task, List<SizePoint> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        String language = new Heads(desk.site(), desk.words()).languages(task.name());
        SizeFinding finding = SizeFinding.of(points);
        return Optional.of(chart(language, finding, points.size() <= MOST ? points : front(points)));
    }

    /** Where there are many, those that no smaller file surpasses; smallest first. */
    private static List<SizePoint> front(List<SizePoint> points) {
        List<SizePoint> front = new ArrayList<>();
        for (SizePoint point : points) {
            if (front.isEmpty() || point.estimate().value() < front.getLast().estimate().value()) {
                front.add(point);
            }
        }
        return front.subList(Math.max(0, front.size() - MOST), front.size());
    }

    private ChartView chart(String language, SizeFinding finding, List<SizePoint> points) {
        Words words = desk.words();
        Optional<String> title = finding.title(words);
        List<String> families = families(points);
        List<Mark> marks = points.stream().map(point -> mark(point, families)).toList();
        return new ChartView(title.orElseGet(() -> words.say("chart.size.title")),
                words.say("chart.size.subtitle", language, points.getFirst().estimate().n()),
                title.isPresent() ? List.of() : List.of(finding.limit(words)),
                words.say("chart.size.across"), words.say("chart.size.up"), description(points), drawings(marks), key(points),
                points.stream().map(this::row).toList());
    }

    private List<SizePoint> points(Task task) {
        Column.OfMetric column = new Column.OfMetric(task.name(), Metric.BITS_PER_BYTE, OptionalInt.empty(), Optional.empty());
        return desk.site().languageModels().stream()
                .flatMap(model -> model.variants().stream().flatMap(variant -> point(model, variant, column).stream()))
                .sorted(Comparator.comparingLong(SizePoint::bytes).thenComparing(point -> point.model().name())
                        .thenComparing(SizePoint::variant))
                .toList();
    }

    private Optional<SizePoint> point(SiteModel model, String variant, Column column) {
        return desk.results().read(model, variant, column) instanceof Reading.Measured measured
                && desk.results().read(model, variant, new Column.Size()) instanceof Reading.Exact size && size.value() > 0
                        ? Optional.of(new SizePoint(model, variant, size.value(), measured.run(), measured.estimate(),
                                model.artifact(variant).orElseThrow()))
                        : Optional.empty();
    }

    /** Families in the order of their names; beyond the colours that can be told apart all share one. */
    private static List<String> families(List<SizePoint> points) {
        return points.stream().map(SizeChart::family).distinct().sorted().toList();
    }

    private static String family(SizePoint point) {
        return point.model().family().orElse(point.model().name());
    }

    private Mark mark(SizePoint point, List<String> families) {
        int family = families.indexOf(family(point));
        return new Mark(point.model().name(), point.variant(), family < COLOURS ? family : OTHER, shape(point), point.bytes(),
                point.estimate().value(), point.low(), point.high(), desk.links().model(point.model().name()), sentence(point));
    }

    /** By the name of the type, such as Q4_K_M; a small file has more bits a weight than its type says. */
    private static Shape shape(SizePoint point) {
        Matcher type = BITS.matcher(point.file().quantization().orElse(""));
        return type.find() ? Shape.of(Integer.parseInt(type.group(1)))
                : point.file().bitsPerWeight().isPresent() ? Shape.of(point.file().bitsPerWeight().getAsDouble()) : Shape.PLUS;
    }

    private List<Drawing> drawings(List<Mark> marks) {
        var formats = desk.words().formats();
        Scatter.TickText up = (value, step) -> formats.decimals(value, Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9)));
        return Stream.of(new Scatter("wide", 760, 460, bytes -> formats.roundBytes(Math.round(bytes)), up),
                new Scatter("narrow", 340, 400, bytes -> formats.roundBytes(Math.round(bytes)), up))
                .map(scatter -> scatter.draw(marks)).toList();
    }

    private List<ChartView.Key> key(List<SizePoint> points) {
        return points.stream().map(SizeChart::shape).distinct().sorted().map(shape -> new ChartView.Key(shape.path(),
                desk.words().say("chart.shape." + shape.name().toLowerCase(Locale.ROOT)))).toList();
    }

    private String description(List<SizePoint> points) {
        SizePoint smallest = points.getFirst();
        SizePoint largest = points.getLast();
        return desk.words().say("chart.size.description", points.size(), sentence(smallest), sentence(largest));
    }

    private String sentence(SizePoint point) {
        return desk.words().say("chart.size.mark", point.model().name() + " " + point.variant(),
                desk.words().formats().bytes(point.bytes()), desk.cells().inWords(point.estimate()));
    }

    private ChartView.Row row(SizePoint point) {
        Words words = desk.words();
        Link model = new Link(point.model().name(), desk.links().model(point.model().name()));
        Cell value = desk.cells().cell(point.model(), new Reading.Measured(point.run(), point.estimate()), new Column.Size(),
                words.say("chart.size.up"), true);
        return new ChartView.Row(model, point.variant(), words.formats().bytes(point.bytes()), value);
    }
}
