package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.model.Artifact;
import pruefstand.record.RunRecord;

/** What a night's page says of the one before. */
class NightsTest {

    private static final int DAY = 24 * 60;
    private static final Artifact FILE = Runs.gguf("Bergahorn-4B-Q8_0.gguf", 4_280_000_000L, 4_022_000_000L, 8.5, "Q8_0");

    @TempDir
    static Path out;

    private static Document night;

    /** The first night 0.752 ± 0.016, now 0.9 ± 0.01: worse. Speed from 12.9 ± 0.1 to 12.95 ± 0.1: no difference. A third fails. */
    @BeforeAll
    static void build() {
        SiteInput input = Sample.input();
        Runs later = Runs.of("Bergahorn-4B", "Q8_0", FILE).after(DAY);
        RunRecord worse = later.perplexity(Sample.TEXT_DE, 0.9, 0.01, 12, 412);
        RunRecord same = later.speed(Sample.SPEED, 512, 128, 489, Runs.estimate(pruefstand.metric.Metric.TG_TOKENS_PER_SECOND, 12.95, 0.1, 5));
        RunRecord failed = later.failed(Sample.TEXT_EN, "SIGKILL", "too much memory");
        List<RunRecord> records = Stream.concat(input.records().stream(), Stream.of(worse, same, failed)).toList();
        night = BuiltSite.of(new SiteInput(input.catalogue(), input.models(), input.tasks(), records), out).page("en/nights/2026-11-20.html");
    }

    @Test
    void whatChangedStandsBetweenWhatRanAndWhatFailed() {
        assertEquals(List.of("What ran", "What changed", "What failed, and why"), night.select("main h2").eachText());
    }

    @Test
    void aNumberThatGotReallyWorseIsNamedWithBoth() {
        List<String> cells = night.select("section[aria-labelledby=changed] tbody td").eachText();
        assertEquals("Bergahorn-4B", cells.getFirst());
        assertTrue(cells.get(3).startsWith("0.752") && cells.get(4).startsWith("0.900") && cells.get(5).equals("worse"), cells.toString());
        assertTrue(night.select(".lead").text().contains("One number got worse, nothing better; one run failed."), night.select(".lead").text());
    }

    @Test
    void aNumberThatCannotBeToldFromTheOneBeforeIsCountedOnly() {
        assertTrue(night.select("section[aria-labelledby=changed]").text().contains("One more number is other than before, without a difference"),
                night.text());
    }

    @Test
    void theFirstNightHasNothingToCompareWith() {
        Document first = new BuiltSite(out).page("en/nights/2026-11-19.html");
        assertTrue(first.select(".lead").text().contains(", with nothing to compare with yet; "), first.select(".lead").text());
        assertEquals("None of this was measured on such a machine before; there is nothing to compare with yet.",
                first.select("section[aria-labelledby=changed] p").text());
    }

    @Test
    void whatFailedSaysWhy() {
        assertTrue(night.select("section[aria-labelledby=failures] tbody").text().contains("The run was ended by SIGKILL."), night.text());
    }
}
