package pruefstand.record.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import pruefstand.json.Json;
import pruefstand.metric.Estimate;
import pruefstand.record.Recorded;
import pruefstand.record.RunRecord;
import pruefstand.task.TaskKind;

/** Files for other tools, word for word; what their loaders want of each field stands with the exporters. */
class ExportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/pruefstand/record/export");

    private static Estimate estimate(double value, double stderr, boolean higher) {
        return new Estimate(value, OptionalDouble.of(value - 0.1), OptionalDouble.of(value + 0.1), OptionalDouble.of(stderr), 200,
                "percentile bootstrap over items, 95 %, 1000, seed 7", higher, Optional.empty());
    }

    private static RunRecord sts(String model, String variant, String run) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        metrics.put("cosine_spearman", estimate(0.75, 0.01, true));
        metrics.put("cosine_pearson", estimate(0.5, 0.02, true));
        return new Recorded(model, variant, "sts-de", run).record(TaskKind.STS, metrics);
    }

    private static RunRecord perplexity() {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        metrics.put("bits_per_byte", estimate(1.25, 0.03125, false));
        metrics.put("nll", new Estimate(2.5, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 9, "none: few", false,
                Optional.empty()));
        return new Recorded("M", "Q4_0", "perplexity-de", "run").record(TaskKind.PERPLEXITY, metrics);
    }

    private static void assertGolden(String name, String content) throws IOException {
        assertEquals(Files.readString(GOLDEN.resolve(name)), content);
    }

    @Test
    void mtebResultsLieWhereItsLoaderLooksAndSayWhatItWants() throws IOException {
        List<ExportFile> files = MtebExport.files(List.of(sts("Org/M", "Q4_0", "run"), perplexity()), Map.of("sts-de", List.of("deu-Latn")));
        assertEquals(List.of(Path.of("results/Org-M__Q4_0/ab12/sts-de.json"), Path.of("results/Org-M__Q4_0/ab12/model_meta.json")),
                files.stream().map(ExportFile::path).toList());
        assertGolden("mteb-sts-de.json", files.get(0).content());
        assertGolden("mteb-model_meta.json", files.get(1).content());
    }

    /** What MTEB's validators ask: main_score, hf_subset a text, languages a list; every field that has no default is there. */
    @Test
    void theGoldenMtebFileReadsAsItsLoaderReadsIt() {
        MtebExport.TaskResult result = Json.read(GOLDEN.resolve("mteb-sts-de.json"), MtebExport.TaskResult.class);
        Map<String, Object> scores = result.scores().get("test").getFirst();
        assertEquals(0.75, scores.get("main_score"));
        assertEquals("default", scores.get("hf_subset"));
        assertEquals(List.of("deu-Latn"), scores.get("languages"));
        assertEquals("sts-de", result.taskName());
        assertEquals("d", result.datasetRevision());
        assertEquals(1.5, result.evaluationTime());
        MtebExport.ModelMeta meta = Json.read(GOLDEN.resolve("mteb-model_meta.json"), MtebExport.ModelMeta.class);
        assertEquals("Org-M/Q4_0", meta.name());
        assertEquals("ab12", meta.revision());
    }

    @Test
    void lmEvalResultsNameMetricsWithTheirFilter() throws IOException {
        List<ExportFile> files = LmEvalExport.files(List.of(perplexity(), sts("M", "Q4_0", "run")));
        assertEquals(1, files.size());
        assertTrue(files.getFirst().path().toString().matches("M__Q4_0/results_2026-11-21T02-02-26\\.000000\\.json"),
                files.getFirst().path().toString());
        assertGolden("lm-eval-results.json", files.getFirst().content());
    }

    @Test
    void theGoldenLmEvalFileReadsAsItsReadersReadIt() {
        Map<?, ?> all = Json.read(GOLDEN.resolve("lm-eval-results.json"), Map.class);
        Map<?, ?> task = (Map<?, ?>) ((Map<?, ?>) all.get("results")).get("perplexity-de");
        assertEquals(1.25, task.get("bits_per_byte,none"));
        assertEquals(0.03125, task.get("bits_per_byte_stderr,none"));
        assertEquals("N/A", task.get("nll_stderr,none"));
        assertEquals(Map.of("bits_per_byte", false, "nll", false), ((Map<?, ?>) all.get("higher_is_better")).get("perplexity-de"));
    }

    @Test
    void theNewestRunOfEachTaskIsExported() {
        RunRecord one = sts("M", "q", "a");
        RunRecord other = sts("M", "q", "b");
        RunRecord newest = one.started().isAfter(other.started()) ? one : other;
        String content = MtebExport.files(List.of(one, other), Map.of()).getFirst().content();
        assertEquals((double) newest.started().getEpochSecond(), Json.read(content, "x", MtebExport.TaskResult.class).date());
    }

    @Test
    void namesFromOutsideStayInTheFolderAndShareNoFile() {
        List<String> names = List.of("..", "../../etc/passwd", "a b", "a_b", "A_b", "CON:\u0000", "");
        List<ExportFile> files = MtebExport.files(names.stream().map(name -> sts(name, name, "run")).toList(), Map.of());
        assertEquals(2 * names.size(), files.stream().map(file -> file.path().toString().toLowerCase(Locale.ROOT)).distinct().count());
        for (ExportFile file : files) {
            assertEquals(4, file.path().getNameCount(), file.path().toString());
            assertEquals(file.path(), file.path().normalize());
        }
    }
}
