package pruefstand.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The charts of a model: curves of speed and histories. On its own page stand those for which there is room, shortened; where there are
 * more, all stand on pages of charts.
 *
 * @param desk of the page
 * @param model whose charts they are
 */
record ModelCharts(Desk desk, SiteModel model) {

    private static final int NIGHTS = 40;
    private static final int NIGHTS_BESIDE = 16;
    private static final int FEWEST_NIGHTS = 4;
    /** Elements of a page: of a chart without marks, of a mark in both drawings with its row, of the charts beside a review, of the histories among them, of a page of charts. */
    private static final int OF_CHART = 60;
    private static final int OF_MARK = 19;
    private static final int BESIDE = 620;
    private static final int HISTORY_BESIDE = 370;
    private static final int PER_PAGE = 1150;

    /** Whether it is worth looking for charts: there was a sweep, or something ran often. */
    static boolean mayHave(SiteModel model) {
        Map<List<String>, Long> often = model.runs().stream()
                .collect(Collectors.groupingBy(run -> List.of(run.task().name(), run.variant()), Collectors.counting()));
        return often.values().stream().anyMatch(count -> count >= FEWEST_NIGHTS)
                || model.runs().stream().anyMatch(run -> run.settings().containsKey("tests"));
    }

    /** On the page of the model: what there is room for beside the histories. */
    List<ChartView> curves() {
        return fitting(new SpeedCurves(desk, model).all(), BESIDE - elements(history()));
    }

    /** On the page of the model: the histories with the newest numbers. */
    List<ChartView> history() {
        return fitting(new HistoryCharts(desk, model).all(NIGHTS_BESIDE), HISTORY_BESIDE);
    }

    private static List<ChartView> fitting(List<ChartView> all, int room) {
        List<ChartView> fitting = new ArrayList<>();
        for (ChartView chart : all) {
            if (elements(fitting) + elements(List.of(chart)) <= room) {
                fitting.add(chart);
            }
        }
        return fitting;
    }

    /** How many pages of charts there are; none where all stand on the page of the model. */
    int pages() {
        List<ChartView> all = all();
        int shown = all.isEmpty() ? 0 : Stream.concat(curves().stream(), history().stream()).mapToInt(chart -> chart.rows().size()).sum();
        return shown == all.stream().mapToInt(chart -> chart.rows().size()).sum() ? 0 : divided(all).size();
    }

    /** A page of charts, from 1. */
    ChartsView page(int number) {
        Words words = desk.words();
        List<List<ChartView>> pages = divided(all());
        String title = words.say("model.charts.title", model.name());
        String lead = words.say("model.charts.description", model.name());
        return ChartsView.of(desk.frames().frame(number == 1 ? title : words.say("board.page", title, number), lead), title, lead,
                pages, number, desk.links(), page -> Addresses.modelCharts(words.language(), model.name(), page));
    }

    /** The way to all of them; none where all stand on the page of the model. */
    List<Link> link() {
        return mayHave(model) && pages() > 0 ? List.of(new Link(desk.words().say("model.charts.all", all().size()),
                desk.links().to(Addresses.modelCharts(desk.words().language(), model.name(), 1)))) : List.of();
    }

    private List<ChartView> all() {
        return Stream.concat(new SpeedCurves(desk, model).all().stream(), new HistoryCharts(desk, model).all(NIGHTS).stream()).toList();
    }

    private static int elements(List<ChartView> charts) {
        return charts.stream().mapToInt(chart -> OF_CHART + OF_MARK * chart.rows().size()).sum();
    }

    private static List<List<ChartView>> divided(List<ChartView> all) {
        List<List<ChartView>> pages = new ArrayList<>();
        for (ChartView chart : all) {
            if (pages.isEmpty() || elements(pages.getLast()) + elements(List.of(chart)) > PER_PAGE) {
                pages.add(new ArrayList<>());
            }
            pages.getLast().add(chart);
        }
        return pages;
    }
}
