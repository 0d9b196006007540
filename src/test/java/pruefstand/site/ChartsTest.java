package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.metric.Estimate;
import pruefstand.metric.Interval;
import pruefstand.metric.Metric;
import pruefstand.site.chart.Guide;

class ChartsTest {

    @TempDir
    private Path folder;

    private List<Document> pages;

    @BeforeEach
    void build() {
        BuiltSite site = BuiltSite.of(Sample.input(), folder);
        pages = site.pages().stream().filter(page -> page.startsWith("en/charts")).map(site::page).toList();
    }

    @Test
    void everyChartHasATitleADescriptionAndTheSameNumbersAsATable() {
        List<Element> charts = pages.stream().flatMap(page -> page.select("figure.chart").stream()).toList();
        assertTrue(charts.size() >= 4, "charts: " + charts.size());
        for (Element chart : charts) {
            assertFalse(chart.selectFirst("svg title").text().isEmpty());
            assertFalse(chart.selectFirst("svg desc").text().isEmpty());
            assertEquals(chart.selectFirst("svg").select("a").size(), chart.select("tbody tr").size());
        }
    }

    @Test
    void noTwoElementsOfThePageShareAnId() {
        for (Document page : pages) {
            Set<String> seen = new HashSet<>();
            page.select("[id]").forEach(element -> assertTrue(seen.add(element.id()), element.id()));
        }
    }

    @Test
    void timePerTokenIsTheInverseOfSpeedAndItsIntervalChangesEnds() {
        Estimate speed = Estimate.of(Metric.TG_TOKENS_PER_SECOND, 50, 5, new Interval(OptionalDouble.of(40), OptionalDouble.of(100),
                OptionalDouble.empty(), "by hand"));
        Estimate time = TimeChart.milliseconds(speed);
        assertEquals(20, time.value(), 1e-12);
        assertEquals(10, time.low().getAsDouble(), 1e-12);
        assertEquals(25, time.high().getAsDouble(), 1e-12);
    }

    /** Fastest first: 100 tokens/s at 1.2, then 50 at 1.3 (no better), then 20 at 0.9. */
    @Test
    void onTheFrontAreThoseThatNothingFasterBeats() {
        List<PlotPoint> points = List.of(point(20, 0.9), point(50, 1.3), point(100, 1.2));
        List<Guide.Corner> corners = SpeedChart.front(points).getFirst().corners();
        assertEquals(List.of(new Guide.Corner(100, 1.2), new Guide.Corner(20, 1.2), new Guide.Corner(20, 0.9)), corners);
    }

    @Test
    void ofVeryManyVariantsSomeAreShownBothEndsAmongThem() {
        SiteInput input = Sample.input();
        List<pruefstand.record.RunRecord> runs = java.util.stream.IntStream.rangeClosed(1, 200).mapToObj(i -> Runs.of("Kiesel-260K", "v" + i,
                Runs.gguf("k.gguf", i * 1_000_000L, i, 8, "Q8_0")).after(i).perplexity(Sample.TEXT_EN, 2 - i / 1000.0, 0.01, 9, 400)).toList();
        Document many = BuiltSite.of(new SiteInput(input.catalogue(), input.models(), input.tasks(), runs), folder.resolve("many"))
                .page("en/charts.html");
        Element chart = many.selectFirst("figure.chart");
        assertEquals(20, chart.select("tbody tr").size());
        assertEquals(List.of("v1", "v200"), List.of(chart.select("tbody tr:first-child td").first().text(), chart.select("tbody tr:last-child td").first().text()));
        assertTrue(chart.text().contains("20 of 200 variants"), chart.text());
    }

    @Test
    void aPageNamesTheChartsOfTheOtherPages() {
        BuiltSite site = BuiltSite.of(Sample.input(), folder.resolve("site"));
        Element other = site.page("en/charts-2.html").selectFirst("figure.chart h2");
        assertEquals("../en/charts-2.html#" + other.id(), site.page("en/charts.html").select(".unmeasured a:contains(" + other.text() + ")").attr("href"));
    }

    @Test
    void oneVariantIsNoFront() {
        assertEquals(List.of(), SpeedChart.front(List.of(point(20, 0.9))));
    }

    /** 200 spans are the fewest that a claim may rest on; apart are 1.9 to 2.1 and 2.4 to 2.6, and speeds of 496 to 504 and 1,984 to 2,016. */
    @Test
    void aChartOfSpeedSaysWhyItClaimsNothing() {
        assertEquals("Too few spans for a finding in the title: 199, where 200 are needed.", limit(199, 2, 500, 2.5, 2000));
        assertEquals("", limit(200, 2, 500, 2.5, 2000));
        assertEquals("The fastest variant is also the best.", limit(199, 2.5, 500, 2, 2000));
        assertEquals("The intervals of the fastest and the best variant are not apart, in speed or in bits per byte; no difference is shown.",
                limit(200, 2, 500, 2.1, 2000));
        assertEquals("The intervals of the fastest and the best variant are not apart, in speed or in bits per byte; no difference is shown.",
                limit(200, 2, 500, 2.5, 505));
    }

    /** What the chart of two variants of bits per byte, ± 0.1, and of speeds says below what is plotted. */
    private String limit(long spans, double bits, double speed, double otherBits, double otherSpeed) {
        Runs one = Runs.of("Kiesel-260K", "one", Runs.gguf("k.gguf", 1_000_000, 1, 32, "F32"));
        Runs other = Runs.of("Kiesel-260K", "other", Runs.gguf("l.gguf", 2_000_000, 1, 32, "F32"));
        SiteInput input = Sample.input();
        return BuiltSite.of(new SiteInput(input.catalogue(), input.models(), input.tasks(), List.of(
                one.perplexity(Sample.TEXT_EN, bits, 0.1, 9, spans), one.speed(Sample.SPEED, 512, 128, 9_000, speed),
                other.perplexity(Sample.TEXT_EN, otherBits, 0.1, 9, spans), other.speed(Sample.SPEED, 512, 128, 9_000, otherSpeed))),
                folder.resolve(spans + "-" + bits + "-" + speed + "-" + otherBits + "-" + otherSpeed)).page("en/charts.html")
                .select("figcaption:has(#chart-speed) .note + .note").text();
    }

    private static PlotPoint point(double speed, double bits) {
        var run = Runs.of("Kiesel-260K", "F32", Runs.gguf("k.gguf", 1_000_000, 1, 32, "F32")).perplexity(Sample.TEXT_DE, bits, 0.01, 9, 400);
        var model = new SiteModel("Kiesel-260K", java.util.Optional.empty(), List.of(), List.of(run));
        return new PlotPoint(model, "F32", run.artifact().orElseThrow(), pruefstand.site.chart.Extent.exact(speed),
                new Reading.Measured(run, run.metric("bits_per_byte").orElseThrow()));
    }
}
