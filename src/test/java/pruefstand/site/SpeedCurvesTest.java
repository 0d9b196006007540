package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import pruefstand.catalogue.Catalogue;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;

/** How speed goes with depth and with texts side by side, as curves on the page of a model. */
class SpeedCurvesTest {

    private static final Artifact FILE = Runs.gguf("kiesel.gguf", 1_185_000, 292_800, 32, "F32");

    @TempDir
    private Path folder;

    private Document page(String language, List<Map<String, Object>> tests) {
        return page(language, Stream.of(Runs.of("Kiesel-260K", "F32", FILE)), tests);
    }

    private Document page(String language, Stream<Runs> runs, List<Map<String, Object>> tests) {
        Task sweep = TaskFixture.speed(folder.resolve("sweep"), "depths: [0, 1024]\nsequences: [1, 4]\n");
        List<RunRecord> records = runs.map(each -> each.measured(sweep,
                Map.of(Metric.TG_TOKENS_PER_SECOND, Runs.estimate(Metric.TG_TOKENS_PER_SECOND, 100, 1, 5)),
                Map.of("prompt", 512, "generate", 128, "tests", tests))).toList();
        return BuiltSite.of(new SiteInput(Catalogue.of(List.of()), List.of(), List.of(sweep), records), folder.resolve("site"))
                .page(Addresses.model(language, "Kiesel-260K"));
    }

    private static Map<String, Object> test(String id, int depth, int sequences, double speed) {
        return Map.of("test", id, "depth", depth, "sequences", sequences, "mean", speed, "low", speed - 1, "high", speed + 1);
    }

    private static final List<Map<String, Object>> SWEEP = List.of(test("pp512", 0, 1, 1000), test("tg128", 0, 1, 100),
            test("pp512@d1024", 1024, 1, 800), test("tg128@d1024", 1024, 1, 62), test("tg128@s4", 0, 4, 310));

    @Test
    void eachSweepIsACurveWhoseTitleIsItsFinding() {
        Document page = page("en", SWEEP);
        assertEquals(List.of("Behind 1,024 tokens F32 writes 62.0% as fast as at the beginning",
                "Behind 1,024 tokens F32 reads 80.0% as fast as at the beginning",
                "4 texts side by side: together F32 writes 3.1 times as fast as one"),
                page.select("#curves ~ section h2").eachText());
        assertEquals(3, page.select("#curves ~ section svg.wide .lines polyline").size());
        assertEquals(List.of("0", "1,024"), page.select("#curves ~ section details").first().select("tbody td:eq(2)").eachText());
        assertEquals(page.select("#curves ~ section details").first().select("tbody tr").last().text(), "Kiesel-260K F32 1,024 62.0 ± 1.0");
    }

    @Test
    void germanPagesHaveThemInGerman() {
        Document page = page("de", SWEEP);
        assertEquals("Hinter 1.024 Token schreibt F32 62,0 % so schnell wie am Anfang",
                page.select("#curves ~ section h2").first().text().replaceAll("\\p{Z}", " "));
    }

    @Test
    void noFindingIsClaimedWhereIntervalsOverlap() {
        Document page = page("en", List.of(test("tg128", 0, 1, 100), test("tg128@d1024", 1024, 1, 99), test("pp512", 0, 1, 1000)));
        assertEquals(List.of("How writing slows down as the context fills"), page.select("#curves ~ section h2").eachText());
    }

    @Test
    void aTestAtOneDepthIsNoCurve() {
        assertTrue(page("en", List.of(test("tg128", 0, 1, 100), test("pp512", 0, 1, 1000))).select("#curves").isEmpty());
    }

    @Test
    void eachVariantIsALineAndFiveAreTheMost() throws IOException, SAXException {
        Stream<Runs> variants = Stream.of("A", "B", "C", "D", "E", "F").map(variant -> Runs.of("Kiesel-260K", variant, FILE));
        Document page = page("en", variants, SWEEP);
        assertEquals(5, page.select("#curves ~ section svg.wide").first().select(".lines polyline").size());
        assertTrue(page.getAllElements().size() <= 1_400, page.getAllElements().size() + " elements");
        assertEquals("", NuChecker.complaints(folder.resolve("site").resolve(Addresses.model("en", "Kiesel-260K"))));
    }
}
