package pruefstand.site;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.metric.Estimate;
import pruefstand.site.chart.Drawing;
import pruefstand.site.chart.Extent;
import pruefstand.site.chart.Guide;
import pruefstand.site.chart.Mark;
import pruefstand.site.chart.Scatter;
import pruefstand.site.chart.Shape;

/**
 * Makes a chart of variants: a colour for each family, a shape for each kind of file, a line for each model.
 *
 * @param desk of the page
 * @param across the horizontal axis
 * @param up the vertical axis
 */
record Plot(Desk desk, PlotAxis across, PlotAxis up) {

    private static final Pattern BITS = Pattern.compile("^[A-Z]+(\\d{1,2})(?:_|$)");
    private static final int COLOURS = 5;
    private static final int OTHER = 5;
    /** An interval that reaches 0 has no end on a logarithmic axis; its bar ends at this share of the value. */
    private static final double OPEN_END = 0.1;
    /** More marks than this hide each other and make a page slow. */
    private static final int MOST = 20;

    /**
     * What a chart says.
     *
     * @param id tells it from others of the page
     * @param title the finding, or what is plotted
     * @param subtitle what is plotted
     * @param limits why no finding is claimed; empty where one is
     * @param description for those who do not see it
     */
    record Caption(String id, String title, String subtitle, List<String> limits, String description) {
    }

    /** The chart of at least one point; of very many, some that are spread evenly, which it then says. */
    ChartView view(Caption caption, List<PlotPoint> all, List<Guide> guides) {
        List<PlotPoint> points = spread(all);
        List<String> limits = Stream.concat(caption.limits().stream(), points.size() < all.size()
                ? Stream.of(desk.words().say("chart.some", points.size(), all.size())) : Stream.empty()).toList();
        List<String> families = points.stream().map(PlotPoint::family).distinct().sorted().toList();
        List<Mark> marks = points.stream().map(point -> mark(point, families)).toList();
        List<Drawing> drawings = Stream.of(new Scatter("wide", 760, 460, across.scale(), up.scale()),
                new Scatter("narrow", 340, 400, across.scale(), up.scale())).map(scatter -> scatter.draw(marks, guides)).toList();
        return new ChartView(caption.id(), caption.title(), caption.subtitle(), limits, across.name(), up.name(),
                caption.description(), drawings, key(points), points.stream().map(this::row).toList());
    }

    /** Both ends, and between them as many as there is room for. */
    private static List<PlotPoint> spread(List<PlotPoint> all) {
        return all.size() <= MOST ? all
                : IntStream.range(0, MOST).mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / (MOST - 1)))).toList();
    }

    /** A point in words: its name, and where it lies. */
    String sentence(PlotPoint point) {
        return desk.words().say("chart.mark", point.name(), across.inWords(across.text().apply(point.across().value())),
                up.inWords(desk.cells().inWords(point.estimate())));
    }

    /** Families in the order of their names; beyond the colours that can be told apart all share one. */
    private Mark mark(PlotPoint point, List<String> families) {
        int family = families.indexOf(point.family());
        return new Mark(point.model().name(), point.variant(), family < COLOURS ? family : OTHER, shape(point),
                fitting(point.across(), across), fitting(point.up(), up), desk.links().model(point.model().name()), sentence(point));
    }

    private static Extent fitting(Extent extent, PlotAxis axis) {
        return axis.scale().logarithmic() && extent.low() <= 0
                ? new Extent(extent.value(), extent.value() * OPEN_END, extent.high()) : extent;
    }

    /** By the name of the type, such as Q4_K_M; a small file has more bits a weight than its type says. */
    private static Shape shape(PlotPoint point) {
        Matcher type = BITS.matcher(point.file().quantization().orElse(""));
        return type.find() ? Shape.of(Integer.parseInt(type.group(1)))
                : point.file().bitsPerWeight().isPresent() ? Shape.of(point.file().bitsPerWeight().getAsDouble()) : Shape.PLUS;
    }

    private List<ChartView.Key> key(List<PlotPoint> points) {
        return points.stream().map(Plot::shape).distinct().sorted().map(shape -> new ChartView.Key(shape.path(),
                desk.words().say("chart.shape." + shape.name().toLowerCase(Locale.ROOT)))).toList();
    }

    private ChartView.Row row(PlotPoint point) {
        Link model = new Link(point.model().name(), desk.links().model(point.model().name()));
        return new ChartView.Row(model, point.variant(), across.inWords(across.text().apply(point.across().value())),
                desk.cells().measured(point.measured(), up.name(), true));
    }

    /** Whether two intervals are apart; that is stricter than a paired test would be. */
    static boolean areApart(Estimate one, Estimate other) {
        return one.low().isPresent() && other.low().isPresent()
                && (one.high().getAsDouble() < other.low().getAsDouble() || other.high().getAsDouble() < one.low().getAsDouble());
    }
}
