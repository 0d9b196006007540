package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import pruefstand.catalogue.Catalogue;
import pruefstand.record.RunRecord;
import pruefstand.record.Speeds;
import pruefstand.record.compare.KeptScores;
import pruefstand.text.Messages;
import pruefstand.text.Refusal;

/** How numbers over nights are drawn, and what stands at the dashed lines. Nights begin on 1 June 2026. */
class HistoryChartsTest {

    @TempDir
    private Path folder;

    private Document page(List<RunRecord> records, Annotations annotations) {
        SiteInput input = new SiteInput(Catalogue.of(List.of()), List.of(), List.of(), records, KeptScores.NONE, annotations);
        return BuiltSite.of(input, folder.resolve("site")).page("en/models/m.html");
    }

    private static List<RunRecord> nights(Speeds kind, int from, int to) {
        return new ArrayList<>(IntStream.range(from, to).mapToObj(night -> kind.at(night, 0, 100 + night % 3)).toList());
    }

    private Annotations annotations(String text) throws IOException {
        return Annotations.read(Files.writeString(folder.resolve("annotations.yaml"), text));
    }

    @Test
    void threeNightsAreNoHistory() {
        assertEquals(0, page(nights(Speeds.USUAL, 0, 3), Annotations.NONE).select("#history").size());
        assertEquals(1, page(nights(Speeds.USUAL, 0, 4), Annotations.NONE).select("#history").size());
    }

    @Test
    void eachNightIsAMarkThatLeadsToItsRecord() {
        Document page = page(nights(Speeds.USUAL, 0, 5), Annotations.NONE);
        List<String> links = page.select("svg.wide a").eachAttr("href");
        assertEquals(5, links.size());
        assertTrue(links.getFirst().endsWith("records/m/speed.q.run-0-0.json"), links.getFirst());
        assertEquals(1, page.select("svg.wide .lines polyline").size());
        assertEquals(5, page.select("#history ~ section details tbody tr").size());
    }

    @Test
    void twoHundredNightsLeaveThePageOfAModelLight() throws IOException, SAXException {
        List<RunRecord> all = nights(Speeds.USUAL, 0, 200);
        IntStream.range(0, 200).forEach(night -> all.add(new Speeds("other", "0.5.0", false, 512).at(night, 5, 50 + night % 3)));
        BuiltSite site = BuiltSite.of(new SiteInput(Catalogue.of(List.of()), List.of(), List.of(), all, KeptScores.NONE, Annotations.NONE),
                folder.resolve("site"));
        Document page = site.page("en/models/m.html");
        assertEquals("", NuChecker.complaints(site.out().resolve("en/models/m/charts.html")));
        assertEquals(1, page.select("svg.wide").size());
        assertEquals("All 2 charts of this model", page.select("a[href$=m/charts.html]").text());
        site.pages().forEach(each -> assertTrue(site.page(each).getAllElements().size() <= 1_400, each));
        assertEquals(2, site.pages().stream().filter(each -> each.startsWith("en/models/m/charts"))
                .mapToInt(each -> site.page(each).select("svg.wide").size()).sum());
    }

    @Test
    void machinesOfTwoClassesHaveChartsOfTheirOwn() {
        List<RunRecord> all = nights(Speeds.USUAL, 0, 4);
        IntStream.range(0, 4).forEach(night -> all.add(new Speeds("other", "0.5.0", false, 512).at(night, 5, 50)));
        assertEquals(2, page(all, Annotations.NONE).select("svg.wide").size());
    }

    @Test
    void anUpdateOfTheEngineBreaksTheLineAndIsMarked() {
        List<RunRecord> all = nights(Speeds.USUAL, 0, 4);
        all.addAll(nights(new Speeds("cpu", "0.6.0", false, 512), 4, 8));
        Document page = page(all, Annotations.NONE);
        assertEquals(2, page.select("svg.wide .lines polyline").size());
        assertEquals(1, page.select("svg.wide .guides polyline").size());
        assertTrue(page.text().contains("5 June 2026: another engine: llama.cpp 0.6.0"), page.text());
    }

    @Test
    void annotationsAreDrawnWhereTheyBelong() throws IOException {
        Annotations written = annotations("""
                annotations:
                  - {date: 2026-06-03, text: {de: Neues BIOS, en: New BIOS}, host: "cpu*"}
                  - {date: 2026-06-03, text: {de: anderswo, en: elsewhere}, model: "other*"}
                  - {date: 2027-01-01, text: {de: später, en: later}}
                """);
        Document page = page(nights(Speeds.USUAL, 0, 5), written);
        assertTrue(page.text().contains("3 June 2026: New BIOS"), page.text());
        assertEquals(1, page.select("svg.wide .guides polyline").size());
        assertTrue(!page.text().contains("elsewhere") && !page.text().contains("later"));
    }

    @Test
    void aStarStandsForAnythingAndADotForItself() throws IOException {
        Annotations written = annotations("annotations: [{date: 2026-06-03, text: {en: x}, task: \"sp*d\", variant: \".\"}]");
        assertEquals(0, page(nights(Speeds.USUAL, 0, 5), written).select("svg.wide .guides polyline").size());
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsPlace() {
        assertEquals(Annotations.NONE, Annotations.read(folder.resolve("none.yaml")));
        for (String wrong : List.of("annotations: [{date: 2026-13-01, text: {en: x}}]", "annotations: [{date: 2026-06-03}]",
                "annotations: [{date: 2026-06-03, text: {en: x}, modell: y}]", "annotations: 3")) {
            Refusal refusal = assertThrows(Refusal.class, () -> annotations(wrong), wrong);
            String told = Messages.in(Locale.GERMAN).text(refusal.what());
            assertTrue(told.matches("(?s)Die Anmerkungen .*annotations\\.yaml:1:\\d+: .*"), told);
        }
    }
}
