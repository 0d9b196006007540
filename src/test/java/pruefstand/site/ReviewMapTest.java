package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import pruefstand.catalogue.Catalogue;
import pruefstand.catalogue.Entry;
import pruefstand.record.compare.KeptScores;
import pruefstand.search.KeptVectors;

class ReviewMapTest {

    @TempDir
    private Path folder;

    private static List<Entry> entries(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> Sample.entry(i, "2026-01-02", "https://example.org/" + i, List.of("Modell-" + i),
                "Besprechung " + i)).toList();
    }

    /** On a line: the number of the review across, nothing up. */
    private static KeptVectors vectors(int count) {
        Map<String, float[]> vectors = new HashMap<>();
        IntStream.rangeClosed(1, count).forEach(i -> vectors.put("Modell-" + i + "\nBesprechung " + i, new float[] {i, 0, 0}));
        return new KeptVectors("Satzlot <large>", vectors);
    }

    private BuiltSite site(int reviews, KeptVectors vectors) {
        return BuiltSite.of(new SiteInput(Catalogue.of(entries(reviews)), List.of(), List.of(), List.of(), KeptScores.NONE, Annotations.NONE, vectors),
                folder.resolve("site"));
    }

    @Test
    void eachReviewIsAPointThatLeadsToIt() throws IOException, SAXException {
        BuiltSite site = site(5, vectors(5));
        assertEquals("", NuChecker.complaints(site.out().resolve("en/map.html")));
        Document page = site.page("en/map.html");
        assertEquals(5, page.select("svg.wide a").size());
        assertTrue(page.select("svg.wide a").first().attr("href").endsWith("#review-1"));
        assertEquals(List.of("-2.000", "-1.000", "0.000", "1.000", "2.000"),
                page.select("details tbody td:eq(2)").eachText().stream().map(text -> text.replace('\u2212', '-')).sorted(
                        (one, other) -> Double.compare(Double.parseDouble(one), Double.parseDouble(other))).toList());
        assertTrue(page.select("svg.wide title").first().text().equals("What sounds alike lies close") && !page.select("svg.wide desc").isEmpty());
    }

    @Test
    void thePageSaysWhichEncoderMadeIt() {
        BuiltSite site = site(5, vectors(5));
        assertTrue(site.page("en/map.html").select("p.lead").text().endsWith("a model says: Satzlot <large>."));
        assertTrue(site.page("de/map.html").text().contains("gemacht von Satzlot <large>"));
        assertEquals(1, site.page("de/index.html").select("a[href$=map.html]").size());
    }

    @Test
    void withoutVectorsOrWithTooFewThereIsNoMap() {
        assertTrue(site(5, KeptVectors.NONE).pages().stream().noneMatch(page -> page.endsWith("map.html")));
        assertTrue(site(5, vectors(2)).pages().stream().noneMatch(page -> page.endsWith("map.html")));
    }

    @Test
    void aHundredReviewsLeaveThePageLight() {
        Document page = site(100, vectors(100)).page("de/map.html");
        assertEquals(75, page.select("svg.wide a").size());
        assertTrue(page.getAllElements().size() <= 1_400, page.getAllElements().size() + " elements");
        assertTrue(page.text().contains("Die neuesten 75 Besprechungen von 100"));
    }
}
