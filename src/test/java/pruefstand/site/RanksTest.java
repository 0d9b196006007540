package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.catalogue.Catalogue;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.Recorded;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.record.TaskReference;
import pruefstand.record.compare.KeptScores;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;
import pruefstand.task.Tasks;

/** Ranks, standings and the quantisation ladder, as pages show them. */
class RanksTest {

    @TempDir
    private Path folder;

    private static ListedModel listed(String name, ModelKind kind, Variant... variants) {
        return new ListedModel(name, List.of(), kind, Optional.empty(), Optional.empty(), Optional.empty(), Prompts.NONE, Optional.empty(),
                Optional.empty(), List.of(variants));
    }

    private static Variant variant(String name, Optional<String> base) {
        return new Variant(name, new Source.LocalFile(Path.of(name + ".gguf")), base);
    }

    private Task bitext() {
        return TaskFixture.items(folder.resolve("tasks"), "bitext-mining", "{\"sentence1\": \"a\", \"sentence2\": \"b\"}\n");
    }

    /** The page of a task that models did so well. */
    private Document page(int items, Map<String, Integer> right) {
        Task task = bitext();
        List<StoredRecord> records = right.entrySet().stream().map(of -> {
            boolean[] all = new boolean[items];
            Arrays.fill(all, 0, of.getValue(), true);
            return new Recorded(of.getKey(), "q", task.name(), "run-" + of.getKey()).rightOn(task.dataSha256(), folder.resolve("results"), all);
        }).toList();
        List<ListedModel> models = right.keySet().stream().map(name -> listed(name, ModelKind.ENCODER, variant("q", Optional.empty()))).toList();
        SiteInput input = new SiteInput(Catalogue.of(List.of()), models, List.of(task),
                records.stream().map(StoredRecord::content).toList(), new KeptScores(records));
        return BuiltSite.of(input, folder.resolve("site")).page("en/tasks/example.html");
    }

    private static List<String> ranks(Document page) {
        return page.select("table.board tbody tr").stream().map(row -> row.select("th.model").text() + " "
                + row.select("td[data-label=Rank] .value").text()).toList();
    }

    @Test
    void modelsThatCannotBeToldApartShareARankOnThePage() {
        Document page = page(200, Map.of("best", 180, "second", 178, "last", 60));
        assertEquals(List.of("best 1", "second 1", "last 3"), ranks(page));
        assertTrue(page.text().contains("Models that cannot be told apart share a rank."));
        assertEquals(List.of("number first tied tie-begins", "number first tied tie-ends", "number first"),
                page.select("td[data-label=Rank]").stream().map(cell -> String.join(" ", cell.classNames())).toList(), "a bracket joins the two");
        assertEquals(4, page.select("table.board a.best").size(), "rank and value of the two that nothing is better than");
    }

    @Test
    void belowTwoHundredItemsOneSentenceSaysWhatIsMissing() {
        Document page = page(199, Map.of("best", 180, "last", 60));
        assertTrue(page.select("td[data-label=Rank]").isEmpty());
        assertEquals(1, page.select(".notes p:contains(No rank: the task has 199 items)").size());
    }

    @Test
    void aLoneModelHasNoRankAndNoNote() {
        Document page = page(200, Map.of("only", 150));
        assertTrue(page.select("td[data-label=Rank]").isEmpty());
        assertFalse(page.text().contains("No rank"));
    }

    private static RunRecord run(String variant, double bits, Task kld, Map<Metric, Estimate> estimates) {
        return Runs.of("m", variant, Runs.gguf(variant + ".gguf", (long) (bits * 1000), 8000, bits, variant)).quality(kld, 512, estimates);
    }

    private static Map<Metric, Estimate> divergence(double divergence, double agreement) {
        Map<Metric, Estimate> all = new LinkedHashMap<>();
        Metric kl = new Metric("kl_divergence", false, Optional.empty(), Optional.empty());
        all.put(kl, Runs.estimate(kl, divergence, 0.001, 100));
        all.put(Metric.score("top_token_agreement"), Runs.estimate(Metric.score("top_token_agreement"), agreement, 0.01, 100));
        return all;
    }

    /** The numbers are found by the ids of their metrics, whatever kind of task measured them. */
    @Test
    void theLadderPutsVariantsOfOneBaseSideBySide() {
        Task text = TaskFixture.perplexity(folder.resolve("tasks"), "text", "");
        List<RunRecord> records = List.of(
                Runs.of("m", "F16", Runs.gguf("F16.gguf", 16_000, 8000, 16, "F16")).ofData(text.dataSha256()).perplexity(text, 1, 0.1, 9, 40),
                withData(text, run("Q8_0", 8.5, text, divergence(0.01, 0.98))), withData(text, run("Q4_0", 4.5, text, divergence(0.2, 0.8))));
        ListedModel model = listed("m", ModelKind.DECODER, variant("Q4_0", Optional.of("F16")), variant("Q8_0", Optional.of("F16")),
                variant("F16", Optional.empty()), variant("other", Optional.empty()));
        SiteInput input = new SiteInput(Catalogue.of(List.of()), List.of(model), List.of(text), records);
        Element ladder = BuiltSite.of(input, folder.resolve("site")).page("en/models/m.html").select("section[aria-labelledby=ladder]").first();
        assertEquals(List.of("../../api/models/m.json"), ladder.select(".files a").eachAttr("href"));
        assertEquals(List.of("F16", "Q8_0", "Q4_0"), ladder.select("tbody td.variant").eachText());
        assertEquals(List.of("16.0", "8.50", "4.50"), ladder.select("td[data-label=Bits per weight] .value").eachText());
        List<String> divergences = ladder.select("td[data-label=KL divergence]").stream().map(cell -> cell.text()).toList();
        assertTrue(divergences.get(1).startsWith("0.0100") && divergences.get(2).startsWith("0.200"), divergences.toString());
        assertEquals(2, ladder.select("td[data-label=Same first choice] .value").size());
        assertTrue(ladder.select("td[data-label=Speed]").isEmpty(), "no speed was measured");
    }

    private static RunRecord withData(Task task, RunRecord run) {
        return new RunRecord(run.schema(), run.key(), run.run(), run.model(), run.variant(),
                new TaskReference(task.name(), 1, task.definition().kind(), task.dataSha256()), run.status(), run.reason(),
                run.main(), run.metrics(), run.settings(), run.guards(), run.artifact(), run.engine(), run.host(), run.harness(),
                run.started(), run.seconds(), run.peakMemoryBytes(), run.failure());
    }

    /** Over three tasks, models that have all of them; one without gets no points. */
    @Test
    void theStandingsAreOfModelsThatHaveEveryTask() {
        List<Task> tasks = IntStream.range(0, 3).mapToObj(this::named).toList();
        List<StoredRecord> records = Stream.of("good", "bad", "partly").flatMap(model -> tasks.stream()
                .filter(task -> !model.equals("partly") || task.name().equals("task-0"))
                .map(task -> {
                    boolean[] all = new boolean[20];
                    Arrays.fill(all, 0, model.equals("good") ? 15 : 5, true);
                    return new Recorded(model, "q", task.name(), "run-" + model).rightOn(task.dataSha256(), folder.resolve("results"), all);
                })).toList();
        List<ListedModel> models = Stream.of("good", "bad", "partly")
                .map(name -> listed(name, ModelKind.ENCODER, variant("q", Optional.empty()))).toList();
        Document page = BuiltSite.of(new SiteInput(Catalogue.of(List.of()), models, tasks,
                records.stream().map(StoredRecord::content).toList(), new KeptScores(records)), folder.resolve("site")).page("en/boards/embedding-models.html");
        Element board = page.select("table.board").first();
        assertEquals(List.of("good", "bad", "partly"), board.select("tbody th.model").eachText());
        assertEquals(List.of("3.0", "0.0"), board.select("td[data-label=Borda] .value").eachText());
        assertEquals("only models that have every task get points", board.select("td[data-label=Borda] .missing .reason").text());
        assertEquals(1, page.select(".notes p:contains(No rank: the smallest task has 200 items), .notes p:contains(In brackets)").size());
    }

    private Task named(int number) {
        Path tasks = folder.resolve("tasks-" + number);
        TaskFixture.items(tasks, "bitext-mining", "{\"sentence1\": \"a\", \"sentence2\": \"b\"}\n");
        TaskFixture.write(tasks.resolve("example.yaml"), """
                name: task-%d
                version: 1
                kind: bitext-mining
                languages: [en]
                description: {de: "Ein Beispiel.", en: "An example."}
                data: {test: items.jsonl}
                """.formatted(number));
        return Tasks.in(List.of(tasks)).getFirst();
    }
}
