package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        return site.page("en/compare/" + pruefstand.text.Slug.of(first) + "/" + pruefstand.text.Slug.of(second) + ".html");
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

    @Test
    void aBoardLeadsToItsNeighbours() {
        List<String> pairs = site.page("en/boards/language-models.html").select(".pairs a").eachText();
        assertEquals(5, pairs.size());
        assertEquals("Bergahorn-4B and Feldlerche-3B", pairs.getFirst());
    }
}
