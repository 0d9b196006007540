package pruefstand.site;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.metric.StepTest;
import pruefstand.record.RunRecord;
import pruefstand.record.series.Conditions;
import pruefstand.record.series.MeasuredNight;
import pruefstand.record.series.MeasuredSeries;
import pruefstand.record.series.Segment;
import pruefstand.record.series.SpeedHistory;
import pruefstand.record.series.Step;
import pruefstand.site.chart.Drawing;
import pruefstand.site.chart.Extent;
import pruefstand.site.chart.Guide;
import pruefstand.site.chart.Mark;
import pruefstand.site.chart.Scale;
import pruefstand.site.chart.Scatter;
import pruefstand.site.chart.Shape;

/**
 * How the numbers of a model went over time: a chart for each variant, task and class of machines that was measured in at least four
 * nights. Updates begin a new line; steps of speed, updates and annotations are dashed lines with a sentence each.
 *
 * @param desk of the page
 * @param model whose numbers they are
 */
record HistoryCharts(Desk desk, SiteModel model) {

    private static final int FEWEST = 4;
    private static final int MOST_CHARTS = 4;

    /**
     * The charts, those with the newest numbers first.
     *
     * @param most nights that a chart shows, the newest
     */
    List<ChartView> all(int most) {
        List<MeasuredSeries> series = Stream.concat(
                MeasuredSeries.all(model.runs(), List.of(Metric.TG_TOKENS_PER_SECOND.id())).stream(), qualities()).toList();
        List<MeasuredSeries> shown = series.stream().filter(each -> each.nights().size() >= FEWEST)
                .sorted(Comparator.comparing((MeasuredSeries each) -> each.nights().getLast().began()).reversed()
                        .thenComparing(each -> each.key().toString())).limit(MOST_CHARTS).toList();
        if (shown.isEmpty()) {
            return List.of();
        }
        StepTest test = new StepTest(series.size(), SpeedHistory.noise(series.stream().filter(HistoryCharts::isSpeed).toList()));
        return IntStream.range(0, shown.size()).mapToObj(i -> chart("history-" + i, shown.get(i), test, most)).toList();
    }

    /** Of each task but speed the main figure. */
    private Stream<MeasuredSeries> qualities() {
        return model.runs().stream().flatMap(run -> run.main().stream()).distinct().filter(metric -> !metric.endsWith("tokens_per_second"))
                .sorted().flatMap(metric -> MeasuredSeries.all(model.runs().stream().filter(run -> run.main().filter(metric::equals).isPresent()).toList(),
                        List.of(metric)).stream());
    }

    private static boolean isSpeed(MeasuredSeries series) {
        return series.key().metric().equals(Metric.TG_TOKENS_PER_SECOND.id());
    }

    /** Something that happened on a day. */
    private record Event(LocalDate day, String text) {
    }

    private ChartView chart(String id, MeasuredSeries series, StepTest test, int most) {
        Words words = desk.words();
        List<MeasuredNight> all = series.nights();
        List<MeasuredNight> nights = all.subList(Math.max(0, all.size() - most), all.size());
        List<Event> events = events(series, test).stream().filter(event -> !event.day().isBefore(day(nights.getFirst()))
                && !event.day().isAfter(day(nights.getLast()))).sorted(Comparator.comparing(Event::day).thenComparing(Event::text)).toList();
        List<Mark> marks = series.segments().stream().flatMap(segment -> segment.nights().stream().filter(nights::contains)
                .map(night -> mark(segment, night))).toList();
        String metric = words.messages().keys().contains("metric." + series.key().metric() + ".name")
                ? words.say("metric." + series.key().metric() + ".name") : series.key().metric();
        return new ChartView(id, words.say("history.title", series.key().variant(), series.key().task(), metric),
                words.say("history.subtitle", nights.size(), all.size(), words.host(nights.getLast().records().getFirst().host())),
                events.stream().map(event -> words.say("history.event", words.date(event.day()), event.text())).toList(),
                words.say("runs.date"), metric, words.say("history.description", nights.size(), sentence(nights.getFirst()), sentence(nights.getLast())),
                drawings(marks, events), List.of(), nights.reversed().stream().map(this::row).toList());
    }

    private List<Event> events(MeasuredSeries series, StepTest test) {
        List<Event> events = new ArrayList<>();
        desk.site().annotations().of(series.key())
                .forEach(annotation -> events.add(new Event(annotation.date(), desk.words().say(annotation.text()))));
        List<Segment> segments = series.segments();
        for (int i = 1; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            segment.conditions().since(segments.get(i - 1).conditions()).forEach(update -> events.add(new Event(day(segment.nights().getFirst()),
                    updated(update, segment))));
        }
        if (isSpeed(series)) {
            segments.forEach(segment -> SpeedHistory.of(segment, test).steps().forEach(step -> events.add(stepped(step))));
        }
        return events;
    }

    private String updated(Conditions.Update update, Segment segment) {
        String to = switch (update) {
            case ENGINE -> segment.conditions().engine().orElse("\u2013");
            case HARNESS -> segment.conditions().harness();
            case TASK -> segment.conditions().task().name() + " " + segment.conditions().task().version();
            case MODEL, LENGTHS -> "";
        };
        return desk.words().say("history.update." + update.name().toLowerCase(Locale.ROOT), to);
    }

    private Event stepped(Step step) {
        return new Event(day(step.first()), desk.words().say("history.step", step.share(), step.found().records().size()));
    }

    private Mark mark(Segment segment, MeasuredNight night) {
        Estimate estimate = night.estimate();
        return new Mark(segment.conditions().engine().orElse(night.middle().variant()), "", 0, Shape.CIRCLE, Extent.exact(day(night).toEpochDay()),
                new Extent(estimate.value(), estimate.low().orElse(estimate.value()), estimate.high().orElse(estimate.value())),
                desk.links().record(night.middle()), sentence(night));
    }

    /** Dashed lines as high as the marks reach. */
    private List<Drawing> drawings(List<Mark> marks, List<Event> events) {
        double low = marks.stream().mapToDouble(mark -> mark.up().low()).min().orElseThrow();
        double high = marks.stream().mapToDouble(mark -> mark.up().high()).max().orElseThrow();
        List<Guide> guides = events.stream().map(Event::day).distinct().map(LocalDate::toEpochDay)
                .map(day -> new Guide(List.of(new Guide.Corner(day, low), new Guide.Corner(day, high)))).toList();
        Scale days = new Scale(false, (day, _) -> day == Math.rint(day) ? desk.words().formats().shortDate(LocalDate.ofEpochDay((long) day)) : "");
        Scale up = PlotAxis.linear("", "", desk.words().formats()).scale();
        return Stream.of(new Scatter("wide", 760, 300, days, up), new Scatter("narrow", 340, 300, days, up))
                .map(scatter -> scatter.draw(marks, guides)).toList();
    }

    private String sentence(MeasuredNight night) {
        return desk.words().say("history.mark", desk.words().date(night.began()), desk.cells().inWords(night.estimate()));
    }

    private ChartView.Row row(MeasuredNight night) {
        RunRecord run = night.middle();
        return new ChartView.Row(new Link(run.model(), desk.links().model(model.name())), run.variant(), desk.words().date(night.began()),
                desk.cells().measured(new Reading.Measured(run, night.estimate()), night.metric(), true));
    }

    private static LocalDate day(MeasuredNight night) {
        return night.began().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
