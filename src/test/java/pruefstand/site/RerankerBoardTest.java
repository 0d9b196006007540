package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.metric.Metric;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskFixture;

/** Rerankers are shown in every language that they were measured in, and their orders apart from their times. */
class RerankerBoardTest {

    private static final String ITEM = "{\"query\": \"q\", \"positive\": [\"a\"], \"negative\": [\"b\"]}\n";

    @TempDir
    private Path folder;

    private BuiltSite site;

    @BeforeEach
    void build() {
        Task german = in("de", "order-de", TaskFixture.items(folder.resolve("order-de"), "reranking", ITEM));
        Task english = in("en", "order-en", TaskFixture.items(folder.resolve("order-en"), "reranking", ITEM));
        Task search = in("de", "search-de", TaskFixture.twoStage(folder.resolve("search-de"), "{\"_id\": \"d\", \"text\": \"t\"}\n",
                "{\"_id\": \"q\", \"text\": \"t\"}\n", "query-id\tcorpus-id\tscore\nq\td\t1\n", "[10, 20]"));
        Runs runs = Runs.of("Ordner", "ONNX", Runs.gguf("ordner.onnx", 1_185_000, 292_800, 32, "F32")).onABusyMachine();
        RunRecord found = runs.measured(search, Map.of(Metric.NDCG_AT_10_GAINED, Runs.estimate(Metric.NDCG_AT_10_GAINED, 0.1, 0.02, 300),
                Metric.ADDED_MILLISECONDS, Runs.estimate(Metric.ADDED_MILLISECONDS, 12.0, 0.5, 300)), Map.of());
        site = BuiltSite.of(new SiteInput(Sample.input().catalogue(), List.of(listed()), List.of(german, english, search),
                List.of(ordered(runs, german, 0.25), ordered(runs, english, 0.75), found)), folder.resolve("site"));
    }

    private static Task in(String language, String name, Task task) {
        TaskDefinition definition = task.definition();
        return new Task(new TaskDefinition(name, 1, definition.kind(), List.of(language), definition.description(), definition.data(),
                definition.fields(), definition.settings()), task.file());
    }

    private static ListedModel listed() {
        return new ListedModel("Ordner", List.of(), ModelKind.RERANKER, Optional.empty(), Optional.empty(), Optional.empty(), Prompts.NONE,
                Optional.empty(), Optional.empty(), List.of(new Variant("ONNX", new Source.OnnxFolder(Path.of("models", "Ordner")), Optional.empty())));
    }

    private static RunRecord ordered(Runs runs, Task task, double precision) {
        return runs.measured(task, Map.of(Metric.MAP_AT_1000, Runs.estimate(Metric.MAP_AT_1000, precision, 0.02, 300)), Map.of());
    }

    @ParameterizedTest
    @CsvSource({"de, map_at_1000.order-de, map_at_1000.order-en", "en, map_at_1000.order-en, map_at_1000.order-de"})
    void bothLanguagesStandOnTheBoardThatOfThePageFirst(String language, String first, String second) {
        assertEquals(List.of(first, second), site.page(language + "/boards/rerankers.html").select("thead th[data-id^=map]").eachAttr("data-id"));
        String data = site.text(language + "/boards/rerankers.js");
        assertTrue(data.contains(first) && data.contains(second), data);
    }

    @Test
    void bothLanguagesStandOnThePageOfTheModel() {
        String page = site.page(Addresses.model("de", "Ordner")).text();
        assertTrue(page.contains("MAP, Deutsch 0 bis 1, mehr ist besser ONNX 0,25 ± 0,02")
                && page.contains("MAP, Englisch 0 bis 1, mehr ist besser ONNX 0,75 ± 0,02"), page);
    }

    @Test
    void whatARerankerGainsIsOfNoMachine() {
        Document board = site.page("de/boards/rerankers.html");
        assertEquals("ndcg_at_10_gained.search-de", board.select("thead th[data-id^=ndcg]").attr("data-id"));
        assertTrue(board.select("thead th[data-id^=added]").attr("data-id").startsWith("added_milliseconds.search-de.amd-ryzen-7-9700x"));
        assertEquals(List.of("12,0"), board.select("td a.uncertain > span:first-child").eachText());
        String page = site.page(Addresses.model("de", "Ordner")).text();
        assertTrue(page.contains("Gewonnene nDCG@10, Deutsch −1 bis 1, mehr ist besser ONNX 0,10 ± 0,02"), page);
    }
}
