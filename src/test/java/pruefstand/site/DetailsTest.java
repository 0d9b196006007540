package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;

/** Sweeps, waiting times and reranked searches stand apart from the usual speeds and searches. */
class DetailsTest {

    private static final Artifact FILE = Runs.gguf("kiesel.gguf", 1_185_000, 292_800, 32, "F32");

    @TempDir
    private Path folder;

    private BuiltSite site;

    @BeforeEach
    void build() {
        Task sweep = named("sweep", TaskFixture.speed(folder.resolve("sweep"), "depths: [0, 64]\n"));
        Task waiting = named("waiting", TaskFixture.endToEnd(folder.resolve("waiting"), "{\"prompt\": \"Why?\"}\n", ""));
        Task twoStage = named("staged", TaskFixture.twoStage(folder.resolve("staged"), "{\"_id\": \"d\", \"text\": \"t\"}\n",
                "{\"_id\": \"q\", \"text\": \"t\"}\n", "query-id\tcorpus-id\tscore\nq\td\t1\n", "[10, 20]"));
        Runs runs = Runs.of("Kiesel-260K", "F32", FILE).after(60).onABusyMachine();
        RunRecord swept = runs.measured(sweep, estimates(Metric.TG_TOKENS_PER_SECOND, 777.0, Metric.PP_TOKENS_PER_SECOND, 888.0),
                Map.of("prompt", 512, "generate", 128, "tests", List.of(test("pp512", 888), test("tg128@d64", 444))));
        RunRecord waited = runs.measured(waiting, estimates(Metric.TIME_TO_FIRST_TOKEN_SECONDS, 0.5, Metric.INTER_TOKEN_LATENCY_SECONDS, 0.1),
                Map.of("generate", 64, "time_to_first_token_percentiles", Map.of("p50", 0.4, "p90", 0.6, "p99", 0.7)));
        RunRecord staged = runs.measured(twoStage, estimates(Metric.NDCG_AT_10, 0.6, Metric.NDCG_AT_10_GAINED, 0.1,
                Metric.ADDED_MILLISECONDS, 12.0), Map.of("stages", List.of(Map.of("k", 10, "ndcg_at_10", 0.55, "gained", 0.05,
                        "gained_low", 0.04, "gained_high", 0.06, "added_milliseconds", 6.5))));
        SiteInput sample = Sample.input();
        site = BuiltSite.of(new SiteInput(sample.catalogue(), sample.models(),
                Stream.concat(sample.tasks().stream(), Stream.of(sweep, waiting, twoStage)).toList(),
                Stream.concat(sample.records().stream(), Stream.of(swept, waited, staged)).toList()), folder.resolve("site"));
    }

    static Task named(String name, Task task) {
        var definition = task.definition();
        return new Task(new pruefstand.task.TaskDefinition(name, 1, definition.kind(), definition.languages(), definition.description(),
                definition.data(), definition.fields(), definition.settings()), task.file());
    }

    private static Map<String, Object> test(String id, double speed) {
        return Map.of("test", id, "mean", speed, "low", speed - 10, "high", speed + 10);
    }

    private static Map<Metric, Estimate> estimates(Object... metricsAndValues) {
        Map<Metric, Estimate> estimates = new LinkedHashMap<>();
        for (int i = 0; i < metricsAndValues.length; i += 2) {
            Metric metric = (Metric) metricsAndValues[i];
            double value = (double) metricsAndValues[i + 1];
            estimates.put(metric, Runs.estimate(metric, value, value / 100, 24));
        }
        return estimates;
    }

    @Test
    void aSweepStandsOnItsTasksPageAndNotAmongTheUsualSpeeds() {
        assertFalse(site.page("en/index.html").select("table.board").text().contains("777"));
        String page = site.page("en/tasks/sweep.html").select("table.board").text();
        assertTrue(page.contains("tg128@d64") && page.contains("444") && page.contains("± 10"), page);
    }

    @Test
    void aSweepsPageDoesNotSayThatItsContextIsEmpty() {
        Document page = site.page("en/tasks/sweep.html");
        assertEquals("Speed by depth and number of texts", page.select("p.kicker").text());
        String says = page.select("section[aria-labelledby=says] > p").first().text();
        assertTrue(says.contains("depending on how full the context is"), says);
    }

    @Test
    void waitingTimesHaveTheirOwnMetricsAndPercentiles() {
        Document page = site.page("en/tasks/waiting.html");
        String tables = page.select("table.board").text();
        assertTrue(tables.contains("Time to the first token") && tables.contains("p90") && tables.contains("600"), tables);
        assertFalse(tables.contains("tokens per second"), tables);
        assertEquals("Waiting for an answer", page.select("p.kicker").text());
    }

    @Test
    void theHeadOfATimeHasItsUnit() {
        assertEquals("seconds, lower is better", unit(site.page("en/tasks/waiting.html"), "Time to the first token"));
        assertEquals("Sekunden, weniger ist besser", unit(site.page("de/tasks/waiting.html"), "Zeit bis zum ersten Token"));
        assertEquals("milliseconds a query, lower is better", unit(site.page("en/tasks/staged.html"), "Added time"));
    }

    private static String unit(Document page, String head) {
        return page.select("table.board th[scope=colgroup]").stream().filter(group -> group.select(".name").text().equals(head))
                .findFirst().orElseThrow().select(".unit").text();
    }

    @Test
    void whatABusyMachineCanHaveChangedIsMarkedInEveryTable() {
        assertEquals(List.of("888*", "777*"), marked("sweep", 0));
        assertEquals(List.of("888*", "444*"), marked("sweep", 1));
        assertEquals(List.of("400*", "600*", "700*"), marked("waiting", 1));
        assertEquals(2, site.page("en/tasks/sweep.html").select(".notes p:contains(* Uncertain)").size());
    }

    @Test
    void howGoodAnOrderIsNoBusyMachineMakesUncertain() {
        assertEquals(List.of("12.00*"), marked("staged", 0));
        assertEquals(List.of("6.50*"), marked("staged", 1));
    }

    private List<String> marked(String task, int table) {
        return site.page("en/tasks/" + task + ".html").select("table.board").get(table).select("a.uncertain").stream()
                .map(value -> value.selectFirst("span").text() + value.ownText()).toList();
    }

    @Test
    void whatAModelIsAskedStandsAmongTheExamples() {
        Document page = site.page("en/tasks/waiting.html");
        assertEquals("Why?", page.select("ol.items").text());
        assertEquals("The first of 1 items.", page.select("section[aria-labelledby=items] > p.note").text());
    }

    @Test
    void aRerankedSearchShowsItsStages() {
        String page = site.page("en/tasks/staged.html").select("table.board").text();
        assertTrue(page.contains("10 finds") && page.contains("0.05") && page.contains("6.5"), page);
        assertTrue(page.contains("Added time"), page);
        assertTrue(site.page("de/tasks/staged.html").select("table.board").text().contains("10 Treffer"));
    }

    @Test
    void anotherMachinesTimesAreNotMixedIn() {
        assertTrue(site.page("en/tasks/staged.html").select("caption").text().contains("AMD Ryzen 7 9700X"));
    }
}
