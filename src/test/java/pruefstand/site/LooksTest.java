package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
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
import pruefstand.record.RunRecord;
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
        Task summaries = in("de", TaskFixture.items(out.resolve("summaries"), "summarization",
                "{\"text\": \"t\", \"human_summaries\": [\"h\"], \"machine_summaries\": [\"m\"], \"relevance\": [1]}\n"));
        Task closeness = TaskFixture.kld(out.resolve("closeness"), "text", "");
        Artifact file = Runs.gguf("erle.gguf", 90_000_000, 22_000_000, 32, "F32");
        return new SiteInput(sample.catalogue(),
                Stream.concat(sample.models().stream(), Stream.of(listed("Erle-22M", ModelKind.RERANKER), listed("Espe-22M", ModelKind.MASKED),
                        ladder())).toList(),
                Stream.concat(sample.tasks().stream(), Stream.of(named("order", order), named("gaps", gaps), named("summaries", summaries),
                        named("closeness", closeness))).toList(),
                Stream.of(sample.records().stream(), rungs(named("closeness", closeness)), Stream.of(
                        Runs.of("Satzlot-base", "F16", file).after(2).measured(named("summaries", summaries),
                                score(Metric.score("cosine_spearman")), Map.of()),
                        Runs.of("Erle-22M", "F32", file).measured(named("order", order), score(Metric.score("map_at_1000")), Map.of()),
                        Runs.of("Espe-22M", "F32", file).after(1).measured(named("gaps", gaps), score(Metric.score("top_1_accuracy")), Map.of()))).flatMap(records -> records).toList(),
                sample.kept(), sample.annotations(), Sample.vectors());
    }

    private static ListedModel listed(String name, ModelKind kind) {
        return new ListedModel(name, List.of(), kind, Optional.empty(), Optional.of("MIT"), Optional.empty(), Prompts.NONE, Optional.empty(),
                Optional.empty(), List.of(new Variant("F32", new Source.LocalFile(Path.of("erle.gguf")), Optional.empty())));
    }

    private static ListedModel ladder() {
        ListedModel model = listed("Esche-3M", ModelKind.DECODER);
        return new ListedModel(model.name(), model.aliases(), model.kind(), model.family(), model.license(), model.trainingData(), model.prompts(),
                model.pooling(), model.notRunnable(), Stream.of("F16", "Q8_0", "Q4_K_M").map(name -> new Variant(name,
                        new Source.LocalFile(Path.of(name + ".gguf")), name.equals("F16") ? Optional.empty() : Optional.of("F16"))).toList());
    }

    /** Small divergences have many digits, and intervals that are longer on one side. */
    private static Stream<RunRecord> rungs(Task closeness) {
        return Stream.of("F16", "Q8_0", "Q4_K_M").flatMap(variant -> {
            Runs runs = Runs.of("Esche-3M", variant, Runs.gguf(variant + ".gguf", 5_800_000, 2_890_000, 16, variant)).after(3);
            RunRecord speed = runs.speed(Sample.SPEED, 512, 128, 27_000, Runs.estimate(Metric.TG_TOKENS_PER_SECOND, 2_000, 1_500, 5));
            return variant.equals("F16") ? Stream.of(speed) : Stream.of(speed, runs.measured(closeness, divergences(), Map.of("context", 256)));
        });
    }

    private static Map<Metric, Estimate> divergences() {
        Map<Metric, Double> values = Map.of(Metric.KL_DIVERGENCE, 0.000289, Metric.KL_DIVERGENCE_P99, 0.00143,
                Metric.score("top_token_agreement"), 0.875, Metric.score("perplexity_ratio"), 0.9996);
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, of -> uneven(of.getKey(), of.getValue())));
    }

    private static Estimate uneven(Metric metric, double value) {
        return new Estimate(value, OptionalDouble.of(value * 0.96), OptionalDouble.of(value * 1.07), OptionalDouble.empty(), 400, "by hand",
                metric.higherIsBetter(), metric.unit());
    }

    private static Task in(String language, Task task) {
        TaskDefinition of = task.definition();
        return new Task(new TaskDefinition(of.name(), 1, of.kind(), List.of(language), of.description(), of.data(), of.fields(), of.settings()), task.file());
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
        kinds.put("board-of-one-language", "boards/embedding-models-in-de.html");
        kinds.put("board-of-rerankers", "boards/rerankers.html");
        kinds.put("board-of-masked-models", "boards/masked-models.html");
        kinds.put("search", "search.html?q=token");
        kinds.put("model", Addresses.model("", "Bergahorn-4B").substring(1));
        kinds.put("model-with-a-ladder", Addresses.model("", "Esche-3M").substring(1));
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
        return Stream.of(new Tab.Look(1440, false, "de-DE", true), new Tab.Look(1440, true, "en-GB", true), new Tab.Look(1280, false, "de-DE", true), new Tab.Look(360, true, "de-DE", true),
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
