package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the page of charts. */
record ChartsPage(Desk desk) {

    ChartsView view() {
        Words words = desk.words();
        return new ChartsView(desk.frames().frame(words.say("charts.title"), words.say("charts.description")), charts());
    }

    /** The two that matter most. */
    static List<ChartView> first(Desk desk) {
        return Stream.of(new SizeChart(desk).view(), new SpeedChart(desk).view()).flatMap(Optional::stream).toList();
    }

    private List<ChartView> charts() {
        return Stream.of(first(desk).stream(), new TimeChart(desk).view().stream(), new LadderCharts(desk).views(),
                new ScalingChart(desk).views()).flatMap(Function.identity()).toList();
    }
}
