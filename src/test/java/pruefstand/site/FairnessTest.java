package pruefstand.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;
import pruefstand.task.TaskFixture;

/** Numbers that may not be compared do not stand together, and doubtful ones say so. */
class FairnessTest {

    private static final Artifact FIRST = Runs.gguf("kiesel.gguf", 1_185_000, 292_800, 32, "F32");
    private static final Artifact SECOND = Runs.gguf("kiesel.gguf", 7_000_000, 292_800, 32, "F32").withSha256("ef".repeat(32));

    @TempDir
    Path folder;

    @Test
    void noRowShowsTheQualityOfOneFileWithTheSizeOfAnother() {
        RunRecord later = Runs.of("Kiesel-260K", "F32", SECOND).after(30).speed(Sample.SPEED, 256, 128, 61_200, 8_410);
        BuiltSite site = with(later);
        Element row = row(site.page("de/boards/language-models.html"), "Kiesel-260K");
        assertEquals("7,0 MB", cell(row, "Größe").text().replace('\u00a0', ' '));
        assertEquals("an einer anderen Datei gemessen", cell(row, "Bit pro Byte, Englisch").select(".missing .reason").text());
        assertEquals("measured on another file", cell(row(site.page("en/boards/language-models.html"), "Kiesel-260K"), "Bits per byte, English")
                .select(".missing .reason").text());
    }

    @Test
    void noRowShowsTheMemoryOfAnotherFile() {
        RunRecord later = Runs.of("Kiesel-260K", "F32", SECOND).after(30).perplexity(Sample.TEXT_EN, 1.5, 0.05, 16, 398);
        Element row = row(with(later).page("de/boards/language-models.html"), "Kiesel-260K");
        assertEquals("1,50 ± 0,05", cell(row, "Bit pro Byte, Englisch").text().replace('\u00a0', ' '));
        assertEquals("an einer anderen Datei gemessen", cell(row, "Speicher").select(".missing .reason").text());
        assertEquals("an einer anderen Datei gemessen",
                cell(row, "Schreiben (tg128), Token/s").select(".missing .reason").text());
    }

    @Test
    void numbersOfTheFirstFileStandAsLongAsItIsTheNewest() {
        Element row = row(with().page("de/boards/language-models.html"), "Kiesel-260K");
        assertEquals("1,64 ± 0,05", cell(row, "Bit pro Byte, Englisch").text().replace('\u00a0', ' '));
        assertEquals("1,2 MB", cell(row, "Größe").text().replace('\u00a0', ' '));
    }

    @Test
    void numbersOfOtherDataStayOutOfTheColumnEvenWhereTheyAreTheNewest() {
        RunRecord later = Runs.of("Kiesel-260K", "F32", FIRST).ofData("ef".repeat(32)).after(90)
                .perplexity(Sample.TEXT_DE, 0.5, 0.01, 3, 400);
        Element row = row(with(later).page("de/boards/language-models.html"), "Kiesel-260K");
        assertEquals("nur mit anderen Daten der Aufgabe gemessen",
                cell(row, "Bit pro Byte, Deutsch").select(".missing .reason").text());
    }

    @Test
    void theMemoryColumnIsOfOneTaskInBothLanguages() {
        BuiltSite site = with();
        List<String> german = memoryOfEncoders(site, "de", "Speicher");
        assertEquals(3, german.size());
        assertEquals(german, memoryOfEncoders(site, "en", "Memory"));
        assertTrue(german.stream().allMatch(record -> record.contains("/sts-de.")), german.toString());
        assertTrue(site.page("de/boards/embedding-models-needs.html").select(".notes").text().contains("bei der Aufgabe sts-de gemessen"));
        assertTrue(site.page("en/boards/embedding-models-needs.html").select(".notes").text().contains("during the task sts-de"));
        assertTrue(site.page("en/boards/language-models.html").select(".notes").text().contains("during the task tempo"));
    }

    private static List<String> memoryOfEncoders(BuiltSite site, String language, String label) {
        return site.page(language + "/boards/embedding-models-needs.html").select("table.board").last().select("td[data-label=" + label + "] a.value")
                .eachAttr("href");
    }

    @Test
    void aTaskThatOnlyModelsOfAnotherBoardHaveRunIsNoColumn() {
        SiteInput input = Sample.input();
        Task order = TaskFixture.items(folder.resolve("order"), "reranking", "{\"query\": \"q\", \"positive\": [\"a\"], \"negative\": [\"b\"]}\n");
        Metric precision = Metric.score("map_at_1000");
        RunRecord run = Runs.of("Ordner", "ONNX", FIRST).measured(order, Map.of(precision, Runs.estimate(precision, 0.6, 0.03, 300)), Map.of());
        BuiltSite site = BuiltSite.of(new SiteInput(input.catalogue(), Stream.concat(input.models().stream(), Stream.of(listed("Ordner", ModelKind.RERANKER))).toList(),
                Stream.concat(input.tasks().stream(), Stream.of(order)).toList(), Stream.concat(input.records().stream(), Stream.of(run)).toList()),
                folder.resolve("site"));
        assertEquals(List.of("MAP"), groups(site, "rerankers"));
        assertEquals(List.of("Similarity of sentences"), groups(site, "embedding-models"));
    }

    private static List<String> groups(BuiltSite site, String board) {
        return site.page("en/boards/" + board + ".html").select("thead th[scope=colgroup] .name").eachText();
    }

    @Test
    void aFileThatWasRefusedIsExplainedInTheRecordsOwnWords() {
        String reason = "tensor <b>blk.0</b> lies beyond the end of the file";
        RunRecord refused = Runs.of("Kiesel-260K", "F32", FIRST).after(90).refused(Sample.TEXT_DE, reason);
        BuiltSite site = with(refused);
        Element row = row(site.page("en/boards/language-models.html"), "Kiesel-260K");
        assertEquals("The run gave nothing that can count. " + reason,
                cell(row, "Bits per byte, German").select(".failed .reason").first().wholeText());
        assertTrue(site.text("en/boards/language-models.html").contains("tensor &lt;b&gt;blk.0"));
        Element run = site.page(Addresses.model("en", "Kiesel-260K")).select(".runs .failed").first().parent();
        assertEquals("The run gave nothing that can count." + reason, run.wholeText());
    }

    @Test
    void aSpeedThatVariesByMoreThanAQuarterIsShownAsUncertain() {
        RunRecord noisy = Runs.of("Kiesel-260K", "F32", FIRST).after(90).speed(Sample.SPEED, 256, 128, 61_200,
                Runs.estimate(Metric.TG_TOKENS_PER_SECOND, 8_000, 2_001, 5));
        BuiltSite site = with(noisy);
        Element speed = cell(row(site.page("de/boards/language-models.html"), "Kiesel-260K"), "Schreiben (tg128), Token/s");
        assertEquals("unsicher: die Maschine war beschäftigt oder die Läufe streuen", speed.select("a.uncertain .reason").text());
        assertEquals(1, site.page(Addresses.model("en", "Kiesel-260K")).select(".measure a.uncertain").size());
    }

    @Test
    void aSpeedThatVariesByAQuarterIsNot() {
        RunRecord steady = Runs.of("Kiesel-260K", "F32", FIRST).after(90).speed(Sample.SPEED, 256, 128, 61_200,
                Runs.estimate(Metric.TG_TOKENS_PER_SECOND, 8_000, 2_000, 5));
        assertTrue(with(steady).page("de/boards/language-models.html").select("a.uncertain").isEmpty());
    }

    @Test
    void aSpeedFromABusyMachineIsShownAsUncertain() {
        RunRecord busy = Runs.of("Kiesel-260K", "F32", FIRST).after(90).onABusyMachine().speed(Sample.SPEED, 256, 128, 61_200,
                8_400);
        Document page = with(busy).page("en/boards/language-models.html");
        assertEquals("uncertain: the machine was busy or the runs vary",
                cell(row(page, "Kiesel-260K"), "Writing (tg128), tokens/s").select("a.uncertain .reason").text());
        assertTrue(page.select(".notes").text().contains("* Uncertain: the machine was busy, or the runs vary."));
    }

    @Test
    void aKindOfModelWithoutATaskSaysSo() {
        SiteInput input = Sample.input();
        List<ListedModel> models = Stream.concat(input.models().stream(), Stream.of(listed("Ordner", ModelKind.RERANKER),
                listed("Luecke", ModelKind.MASKED))).toList();
        BuiltSite site = BuiltSite.of(new SiteInput(input.catalogue(), models, input.tasks(), input.records()),
                folder.resolve("site"));
        Document page = site.page(Addresses.model("de", "Ordner"));
        assertTrue(page.select(".measured").text()
                .contains("Für Modelle dieser Art (Reranker) gibt es hier noch keine Aufgabe."));
        assertEquals("./pruefstand rerank --model Ordner:ONNX < questions.jsonl", page.select("pre").text());
        assertTrue(site.page(Addresses.model("en", "Luecke")).select("pre").isEmpty());
        assertEquals("Listed, but measured by no task yet: Luecke · Ordner",
                site.page("en/index.html").select(".unmeasured").last().text());
    }

    private static ListedModel listed(String name, ModelKind kind) {
        return new ListedModel(name, List.of(), kind, Optional.empty(), Optional.empty(), Optional.empty(), Prompts.NONE,
                Optional.empty(), Optional.empty(), List.of(new Variant("ONNX", new Source.OnnxFolder(Path.of("models", name)),
                        Optional.empty())));
    }

    private BuiltSite with(RunRecord... more) {
        SiteInput input = Sample.input();
        List<RunRecord> records = Stream.concat(input.records().stream(), Stream.of(more)).toList();
        return BuiltSite.of(new SiteInput(input.catalogue(), input.models(), input.tasks(), records), folder.resolve("site"));
    }

    private static Element row(Document page, String model) {
        return page.select("table.board tbody tr:has(th:contains(" + model + "))").first();
    }

    private static Element cell(Element row, String label) {
        return row.select("td[data-label=" + label + "]").first();
    }
}
