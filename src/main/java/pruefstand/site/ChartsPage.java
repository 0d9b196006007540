package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes a page of charts.
 *
 * @param desk of the page
 * @param page from 1
 */
record ChartsPage(Desk desk, int page) {

    /** A chart is several hundred elements. */
    private static final int PER_PAGE = 2;
    /** The chart of a family stands on its own page too. */
    private static final int MOST = 12;

    ChartsView view() {
        Words words = desk.words();
        String title = page == 1 ? words.say("charts.title") : words.say("board.page", words.say("charts.title"), page);
        return ChartsView.of(desk.frames().frame(title, words.say("charts.description")), words.say("charts.title"), words.say("charts.description"),
                divided(desk.shared().charts().computeIfAbsent(words.locale(), _ -> charts())), page, desk.links(),
                number -> Addresses.charts(words.language(), number));
    }

    /** How many pages it takes; at least one. */
    int pages() {
        return divided(charts()).size();
    }

    private static List<List<ChartView>> divided(List<ChartView> charts) {
        return IntStream.range(0, Math.max(1, (charts.size() + PER_PAGE - 1) / PER_PAGE)).mapToObj(page -> charts.subList(PER_PAGE * page,
                Math.min(charts.size(), PER_PAGE * (page + 1)))).toList();
    }

    /** The two that matter most. */
    static List<ChartView> first(Desk desk) {
        return Stream.of(new SizeChart(desk).view(), new SpeedChart(desk).view()).flatMap(Optional::stream).toList();
    }

    private List<ChartView> charts() {
        return Stream.of(first(desk).stream(), new TimeChart(desk).view().stream(), new LadderCharts(desk).views(),
                new ScalingChart(desk).views()).flatMap(Function.identity()).limit(MOST).toList();
    }
}
