package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.metric.Metric;
import pruefstand.record.RunRecord;
import pruefstand.text.Slug;

/** The page that compares two neighbours of a board. */
class ComparedTest {

    @TempDir
    static Path out;

    private static BuiltSite site;

    @BeforeAll
    static void build() {
        site = BuiltSite.of(Sample.input(), out);
    }

    private static Document page(String first, String second) {
        return site.page("en/compare/" + Slug.of(first) + "/" + Slug.of(second) + ".html");
    }

    private static Element row(Document page, String name) {
        return page.select("table.compared tbody tr:has(th:contains(" + name + "))").first();
    }

    @Test
    void separateIntervalsAreADifferenceAndOverlappingOnesAreNone() {
        Document page = page("Feldlerche-3B", "Bergahorn-1.7B");
        assertEquals("no difference shown: the intervals overlap", row(page, "Bits per byte, English").select(".verdict").text());
        assertEquals("Bergahorn-1.7B Q8_0 is better: the intervals do not touch", row(page, "Writing text, tg128").select(".verdict").text());
        assertEquals(2, row(page, "Bits per byte, English").select("svg line").size());
    }

    @Test
    void aNumberOfOneSideOnlyIsToldAsSuch() {
        Document page = page("Bergahorn-0.6B", "Kiesel-260K");
        assertEquals("only one side has this number", row(page, "Bits per byte, German").select(".verdict").text());
        assertEquals("", row(page, "Parameters").select(".verdict").text());
    }

    /** They may have other tokenizers. */
    @Test
    void perplexitiesOfTwoModelsAreNotCompared() {
        Element row = row(page("Bergahorn-4B", "Feldlerche-3B"), "Perplexity, English");
        assertEquals("compares only models that share tokenizer and context", row.select(".verdict").text());
        assertTrue(row.select("svg").isEmpty());
    }

    /** 2,000 tokens a second give or take 1,500 are uncertain. */
    @Test
    void aMarkIsExplainedWhereThereIsOne(@TempDir Path folder) {
        SiteInput sample = Sample.input();
        RunRecord wild = Runs.of("Kiesel-260K", "F32", Runs.gguf("kiesel.gguf", 1_185_000, 292_800, 32, "F32")).after(3)
                .speed(Sample.SPEED, 512, 128, 27_000, Runs.estimate(Metric.TG_TOKENS_PER_SECOND, 2_000, 1_500, 5));
        BuiltSite marked = BuiltSite.of(new SiteInput(sample.catalogue(), sample.models(), sample.tasks(),
                Stream.concat(sample.records().stream(), Stream.of(wild)).toList()), folder);
        String pair = "en/compare/" + Slug.of("Bergahorn-0.6B") + "/" + Slug.of("Kiesel-260K") + ".html";
        assertEquals("* Uncertain: the machine was busy, or the runs vary.", marked.page(pair).select(".notes p").last().text());
        assertEquals(1, site.page(pair).select(".notes p").size());
    }

    @Test
    void aBoardLeadsToItsNeighbours() {
        List<String> pairs = site.page("en/boards/language-models.html").select(".pairs a").eachText();
        assertEquals(5, pairs.size());
        assertEquals("Bergahorn-4B and Feldlerche-3B", pairs.getFirst());
    }
}
