package pruefstand.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.record.RunRecord;
import pruefstand.site.chart.Drawing;
import pruefstand.site.chart.Extent;
import pruefstand.site.chart.Mark;
import pruefstand.site.chart.Scatter;
import pruefstand.site.chart.Shape;
import pruefstand.task.Task;

/**
 * How the speed of a model goes with what its cache already holds, and with the texts that go on side by side: a line for each
 * variant, from its newest run of a sweep on the machine that ran it last.
 *
 * @param desk of the page
 * @param model whose speeds they are
 */
record SpeedCurves(Desk desk, SiteModel model) {

    /** More lines cannot be told apart, and make the page slow. */
    private static final int MOST_VARIANTS = 5;
    private static final int MOST_CHARTS = 3;
    private static final String DEPTH = "depth";
    private static final String SEQUENCES = "sequences";

    /** What is drawn: which tests, over which of their settings, while the other is at its least. */
    private enum Curve {
        TG_DEPTH(Metric.TG_TOKENS_PER_SECOND, "tg", DEPTH, SEQUENCES, 1),
        PP_DEPTH(Metric.PP_TOKENS_PER_SECOND, "pp", DEPTH, SEQUENCES, 1),
        TG_SEQUENCES(Metric.TG_TOKENS_PER_SECOND, "tg", SEQUENCES, DEPTH, 0);

        private final Metric metric;
        private final String tests;
        private final String across;
        private final String other;
        private final int least;

        Curve(Metric metric, String tests, String across, String other, int least) {
            this.metric = metric;
            this.tests = tests;
            this.across = across;
            this.other = other;
            this.least = least;
        }

        private boolean shows(Map<?, ?> test) {
            return String.valueOf(test.get("test")).startsWith(tests) && test.get(across) instanceof Number
                    && test.get(other) instanceof Number at && at.intValue() == least && test.get("mean") instanceof Number;
        }

        private String key(String what) {
            return "curve." + name().toLowerCase(Locale.ROOT) + "." + what;
        }
    }

    private record Point(RunRecord run, int across, Estimate speed) {
    }

    /** The charts; none where no sweep was run. */
    List<ChartView> all() {
        return desk.site().tasks().stream().flatMap(this::of).limit(MOST_CHARTS).toList();
    }

    private Stream<ChartView> of(Task task) {
        List<RunRecord> swept = model.runs().stream().filter(run -> run.task().name().equals(task.name())
                && run.settings().get("tests") instanceof List<?> && desk.results().isCurrent(run) && model.isOfPresentFile(run)).toList();
        if (swept.isEmpty()) {
            return Stream.empty();
        }
        String host = swept.getFirst().host().hostClass();
        List<RunRecord> newest = model.variants().stream().flatMap(variant -> swept.stream()
                .filter(run -> run.variant().equals(variant) && run.host().hostClass().equals(host)).limit(1)).limit(MOST_VARIANTS).toList();
        return Stream.of(Curve.values()).flatMap(curve -> chart(task, curve, newest.stream().map(run -> points(curve, run))
                .filter(points -> points.size() > 1).toList()).stream());
    }

    private static List<Point> points(Curve curve, RunRecord run) {
        List<Point> points = new ArrayList<>();
        for (Object each : (List<?>) run.settings().get("tests")) {
            if (each instanceof Map<?, ?> test && curve.shows(test)) {
                points.add(new Point(run, ((Number) test.get(curve.across)).intValue(), estimate(curve.metric, run, test)));
            }
        }
        return points.stream().sorted(Comparator.comparingInt(Point::across)).toList();
    }

    private static Estimate estimate(Metric metric, RunRecord run, Map<?, ?> test) {
        OptionalDouble low = number(test, "low");
        OptionalDouble high = number(test, "high");
        boolean both = low.isPresent() && high.isPresent();
        Optional<Estimate> main = run.metric(metric.id());
        return new Estimate(number(test, "mean").orElseThrow(), both ? low : OptionalDouble.empty(), both ? high : OptionalDouble.empty(),
                OptionalDouble.empty(), main.map(Estimate::n).orElse(0L), main.map(Estimate::interval).orElse(""), metric.higherIsBetter(),
                metric.unit());
    }

    private static OptionalDouble number(Map<?, ?> test, String key) {
        return test.get(key) instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    private Optional<ChartView> chart(Task task, Curve curve, List<List<Point>> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Words words = desk.words();
        PlotAxis across = PlotAxis.linear(words.say("curve." + curve.across + ".across"), "", words.formats());
        PlotAxis up = PlotAxis.linear(words.say(curve.key("up")), words.say("chart.speed.unit"), words.formats());
        List<Mark> marks = IntStream.range(0, lines.size()).boxed()
                .flatMap(line -> lines.get(line).stream().map(point -> mark(curve, point, line))).toList();
        List<Drawing> drawings = Stream.of(new Scatter("wide", 760, 300, across.scale(), up.scale()),
                new Scatter("narrow", 340, 400, across.scale(), up.scale())).map(scatter -> scatter.draw(marks, List.of())).toList();
        List<Point> first = lines.getFirst();
        return Optional.of(new ChartView(curve.key(task.name()).replace('.', '-'), title(curve, first),
                words.say(curve.key("subtitle"), task.name(), words.host(first.getFirst().run().host())), List.of(), across.name(), up.name(),
                words.say("curve.description", lines.size(), sentence(curve, first.getFirst()), sentence(curve, first.getLast())), drawings,
                List.of(), lines.stream().flatMap(List::stream).map(point -> row(point, up.name())).toList()));
    }

    /** The finding of the first variant, where the intervals of both ends are apart. */
    private String title(Curve curve, List<Point> line) {
        Point from = line.getFirst();
        Point to = line.getLast();
        return Plot.areApart(from.speed(), to.speed())
                ? desk.words().say(curve.key("finding"), from.run().variant(), to.across(), to.speed().value() / from.speed().value())
                : desk.words().say(curve.key("title"));
    }

    private Mark mark(Curve curve, Point point, int line) {
        return new Mark(point.run().variant(), "", line, Shape.CIRCLE, Extent.exact(point.across()), PlotPoint.extent(point.speed()),
                desk.links().record(point.run()), sentence(curve, point));
    }

    private String sentence(Curve curve, Point point) {
        return desk.words().say("curve." + curve.across + ".mark", point.run().variant(), point.across(), desk.cells().inWords(point.speed()));
    }

    private ChartView.Row row(Point point, String label) {
        return new ChartView.Row(new Link(model.name(), desk.links().model(model.name())), point.run().variant(),
                desk.words().formats().integer(point.across()),
                desk.cells().measured(new Reading.Measured(point.run(), point.speed()), label, true));
    }
}
