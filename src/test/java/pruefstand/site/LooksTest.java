package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskFixture;

/**
 * Each kind of page in both languages, by day and by night, wide and narrow, with and without scripts. The pictures are kept under
 * {@code target/screenshots}, for people to look at.
 */
@ExtendWith(Browser.Once.class)
class LooksTest {

    private static final Path PICTURES = Path.of("target/screenshots");

    @TempDir
    static Path out;

    @BeforeAll
    static void build() {
        BuiltSite.of(input(), out.resolve("site"));
    }

    /** The sample, with a model of each of the kinds that it lacks. */
    private static SiteInput input() {
        SiteInput sample = Sample.input();
        Task order = TaskFixture.items(out.resolve("order"), "reranking", "{\"query\": \"q\", \"positive\": [\"a\"], \"negative\": [\"b\"]}\n");
        Task gaps = TaskFixture.items(out.resolve("gaps"), "fill-mask", "{\"prompt\": \"a [MASK]\", \"answer\": \"b\"}\n");
        Artifact file = Runs.gguf("erle.gguf", 90_000_000, 22_000_000, 32, "F32");
        return new SiteInput(sample.catalogue(),
                Stream.concat(sample.models().stream(), Stream.of(listed("Erle-22M", ModelKind.RERANKER), listed("Espe-22M", ModelKind.MASKED))).toList(),
                Stream.concat(sample.tasks().stream(), Stream.of(named("order", order), named("gaps", gaps))).toList(),
                Stream.concat(sample.records().stream(), Stream.of(
                        Runs.of("Erle-22M", "F32", file).measured(named("order", order), score(Metric.score("map_at_1000")), Map.of()),
                        Runs.of("Espe-22M", "F32", file).after(1).measured(named("gaps", gaps), score(Metric.score("top_1_accuracy")), Map.of()))).toList(),
                sample.kept(), sample.annotations(), Sample.vectors());
    }

    private static ListedModel listed(String name, ModelKind kind) {
        return new ListedModel(name, List.of(), kind, Optional.empty(), Optional.of("MIT"), Optional.empty(), Prompts.NONE, Optional.empty(),
                Optional.empty(), List.of(new Variant("F32", new Source.LocalFile(Path.of("erle.gguf")), Optional.empty())));
    }

    private static Task named(String name, Task task) {
        TaskDefinition of = task.definition();
        return new Task(new TaskDefinition(name, 1, of.kind(), of.languages(), of.description(), of.data(), of.fields(), of.settings()), task.file());
    }

    private static Map<Metric, Estimate> score(Metric metric) {
        return Map.of(metric, Runs.estimate(metric, 0.6, 0.03, 300));
    }

    /** One page of each kind, without its language. */
    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("start", "index.html");
        kinds.put("board", "boards/language-models.html");
        kinds.put("board-of-embeddings", "boards/embedding-models.html");
        kinds.put("board-of-rerankers", "boards/rerankers.html");
        kinds.put("board-of-masked-models", "boards/masked-models.html");
        kinds.put("search", "search.html?q=token");
        kinds.put("model", Addresses.model("", "Bergahorn-4B").substring(1));
        kinds.put("family", Addresses.family("", "Bergahorn").substring(1));
        kinds.put("task", "tasks/text-de.html");
        kinds.put("night", "nights/2026-11-19.html");
        kinds.put("nights", "nights/index.html");
        kinds.put("models", "models/index.html");
        kinds.put("compare", "compare/index.html");
        kinds.put("pair", pair());
        kinds.put("method", "method.html");
        kinds.put("charts", "charts.html");
        kinds.put("map", "map.html");
        kinds.put("glossary", "glossary.html");
        kinds.put("about", "about.html");
        return kinds;
    }

    private static String pair() {
        return new BuiltSite(out.resolve("site")).pages().stream().filter(page -> page.startsWith("de/compare/") && page.split("/").length == 4).findFirst()
                .orElseThrow().substring("de/".length());
    }

    static Stream<Tab.Look> looks() {
        return Stream.of(new Tab.Look(1440, false, "de-DE", true), new Tab.Look(1440, true, "en-GB", true), new Tab.Look(360, true, "de-DE", true),
                new Tab.Look(360, false, "en-GB", true), new Tab.Look(360, false, "de-DE", false));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyKindOfPageIsReadableForEveryoneAndLoadsNothingFromElsewhere(Tab.Look look, Browser browser) {
        try (ServedFolder served = ServedFolder.of(out.resolve("site")); Tab tab = browser.open(look)) {
            kinds().forEach((kind, address) -> {
                String language = look.locale().substring(0, 2);
                tab.page().navigate(served.address() + language + "/" + address);
                if (look.scripts() && kind.equals("search")) {
                    tab.page().locator("#found li").first().waitFor();
                }
                assertTrue(tab.page().locator("main").innerText().length() > 100, address);
                assertEquals(List.of(), isTriedWithAxe(look) ? tab.complaints() : List.of(), address);
                assertEquals(true, !look.scripts() || (boolean) tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth"),
                        address + " is wider than its window at " + look.width());
                if (look.scripts()) {
                    tab.page().screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(
                            kind + "-" + language + "-" + look.width() + (look.dark() ? "-dark" : "-light") + ".png")));
                }
            });
            assertEquals(List.of(), tab.problems());
            assertTrue(tab.requests().stream().allMatch(url -> url.startsWith(served.address())), tab.requests().toString());
        }
    }

    /** By day and by night, wide and narrow, in both languages. */
    private static boolean isTriedWithAxe(Tab.Look look) {
        return look.scripts() && (look.dark() || look.locale().startsWith("de"));
    }
}
