package pruefstand.site;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A page of charts.
 *
 * @param frame what stands around it
 * @param title its heading
 * @param lead what they show
 * @param charts none before anything is measured
 * @param others the first of those on the other pages
 * @param pager ways to the other pages; empty where there is one only
 */
record ChartsView(Frame frame, String title, String lead, List<ChartView> charts, List<Link> others,
        List<Frame.Section> pager) {

    /** More would be a page of its own. */
    private static final int MOST = 12;

    /**
     * One of several pages, with the ways to the others.
     *
     * @param pages the charts of each
     * @param number of the page, from 1
     * @param links from it
     * @param address of a page
     */
    static ChartsView of(Frame frame, String title, String lead, List<List<ChartView>> pages, int number, Links links, IntFunction<String> address) {
        List<Link> others = IntStream.rangeClosed(1, pages.size()).filter(other -> other != number).boxed().flatMap(other -> pages.get(other - 1).stream()
                .map(chart -> new Link(chart.title(), links.to(address.apply(other)) + "#chart-" + chart.id()))).limit(MOST).toList();
        return new ChartsView(frame, title, lead, pages.get(number - 1), others, BoardPage.pager(pages.size(), number, links, address));
    }
}
