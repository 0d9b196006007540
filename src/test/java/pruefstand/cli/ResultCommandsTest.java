package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pruefstand.json.Json;
import pruefstand.record.Recorded;
import pruefstand.record.export.RecordTables;
import pruefstand.record.export.TableColumn;
import pruefstand.task.TaskKind;

/** What is done with records from the command line; every command of docs/results.md runs. */
class ResultCommandsTest {

    private static final Path DOC = Path.of("docs/results.md");

    @TempDir
    private Path folder;

    @BeforeEach
    void workspace() throws IOException {
        Files.writeString(folder.resolve("pruefstand.yaml"), "results: [results]\n");
        right("weak", "bitext-mining-de-en", 120);
        right("strong", "bitext-mining-de-en", 170);
        right("even", "bitext-mining-de-en", 121);
    }

    private void right(String model, String task, int right) {
        boolean[] all = new boolean[200];
        Arrays.fill(all, 0, right, true);
        new Recorded(model, "q", task, "run-" + model.replaceAll("[^0-9A-Za-z]", "")).right(folder.resolve("results"), all);
    }

    private ProgramRun run(String... arguments) {
        return ProgramRun.in(folder, arguments);
    }

    @Test
    void aBetterModelIsSaidToBe() {
        ProgramRun run = run("compare", "weak", "strong:q");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("+0.250 ["), run.out());
        assertTrue(run.out().contains("real: strong:q is better"), run.out());
    }

    @Test
    void aWorseModelIsARegression() {
        ProgramRun run = run("compare", "run-strong", "run-weak", "--lang", "de");
        assertEquals(4, run.code(), run.err());
        assertTrue(run.out().contains("echt: run-weak ist schlechter"), run.out());
    }

    @Test
    void modelsThatCannotBeToldApartAreNoFinding() {
        ProgramRun run = run("compare", "weak", "even", "--lang", "de");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("nicht zu unterscheiden"), run.out());
    }

    @Test
    void aFailedCellIsSaidAndCounts() {
        Recorded failed = new Recorded("weak", "q", "sts-de", "run-weak");
        failed.write(folder.resolve("results"), failed.failed(TaskKind.STS), List.of());
        assertEquals(5, run("compare", "strong", "weak").code());
        ProgramRun alone = run("compare", "weak", "strong");
        assertEquals(1, alone.code());
        assertTrue(alone.out().contains("failed: weak:q, sts-de: the reason"), alone.out());
    }

    @Test
    void theComparisonAsJsonHasBothValuesAndTheDifference() {
        Map<?, ?> all = Json.read(run("compare", "weak", "strong", "--json").out(), "compare", Map.class);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) all.get("comparisons")).getFirst();
        assertEquals(List.of("accuracy", true, "better"), List.of(first.get("metric"), first.get("main"), first.get("verdict")));
        assertEquals(0.25, ((Number) ((Map<?, ?>) first.get("difference")).get("value")).doubleValue(), 1e-12);
        assertEquals(1000, all.get("resamples"));
    }

    @Test
    void aNameThatNobodyMeasuredIsRefusedWithThoseThereAre() {
        ProgramRun run = run("compare", "weak", "nobody");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("'nobody'") && run.err().contains("strong:q"), run.err());
    }

    @Test
    void tooFewDrawsAFolderThatIsNotThereAndAnAnswerWithoutEndAreRefused() {
        ProgramRun few = run("compare", "weak", "strong", "--resamples", "99");
        assertEquals(2, few.code());
        assertTrue(few.err().contains("99 draws make no interval; --resamples wants at least 100"), few.err());
        ProgramRun nowhere = run("query", "SELECT 1", "--results", "nowhere");
        assertEquals(3, nowhere.code());
        assertTrue(nowhere.err().contains("There is no folder " + folder.resolve("nowhere")), nowhere.err());
        ProgramRun endless = run("query", "SELECT * FROM range(3000000)");
        assertEquals(2, endless.code());
        assertTrue(endless.err().contains("the answer has more than 100000 rows"), endless.err());
    }

    @Test
    void modelsWithoutACommonTaskAreRefused() {
        right("other", "another-task", 100);
        ProgramRun run = run("compare", "weak", "other");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("another-task"), run.err());
    }

    @Test
    void aQuestionIsAnsweredAsTableCsvAndJson() {
        String sql = "SELECT model, value FROM metrics ORDER BY value DESC LIMIT 1";
        assertEquals("model   value\nstrong  0.85\n", run("query", sql).out());
        assertEquals("model,value\nstrong,0.85\n", run("query", sql, "--csv").out());
        assertEquals("{\"model\":\"strong\",\"value\":0.85}\n", run("query", sql, "--json").out());
    }

    @Test
    void aMistakeInSqlIsNamedWithItsPlaceAndNoTrace() {
        ProgramRun run = run("query", "SELECT modell FROM records", "--lang", "de");
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("pruefstand: Zeile 1, Spalte 8: "), run.err());
        assertFalse(run.err().contains("\tat ") || run.err().contains("Exception"), run.err());
        assertEquals(2, run("query", "DROP TABLE records").code());
    }

    @Test
    void aModelNamedLikeAFormulaIsNoneInCsv() {
        right("=1+1", "bitext-mining-de-en", 10);
        assertTrue(run("export", "csv").out().contains(",'=1+1,q,"), run("export", "csv").out());
    }

    @Test
    void anExportNeedsAFormatAndAPlace() {
        assertEquals(2, run("export", "xml").code());
        assertEquals(2, run("export", "parquet").code());
        assertEquals(2, run("export", "lm-eval", "--out", "x").code(), "nothing of a language model was measured");
    }

    @Test
    void everyCommandOfThePageRuns() throws IOException {
        right("tiny-de-en-m", "bitext-mining-de-en", 100);
        right("Zeichentrigramme", "bitext-mining-de-en", 100);
        right("Zufallsvektoren", "bitext-mining-de-en", 50);
        for (String line : commands()) {
            ProgramRun run = run(arguments(line));
            // The records of this test are made up, and `verify` says so.
            assertTrue(List.of(0, 4).contains(run.code()) || line.endsWith("verify") && run.code() == 1, line + "\n" + run.err());
        }
        assertTrue(Files.exists(folder.resolve("target/mteb/results/Zeichentrigramme__q/ab12/bitext-mining-de-en.json")));
        assertTrue(Files.size(folder.resolve("target/metrics.parquet")) > 0);
    }

    @Test
    void thePageNamesEveryColumn() throws IOException {
        String page = Files.readString(DOC);
        Stream.concat(RecordTables.RECORDS.stream().map(TableColumn::name), RecordTables.METRICS.stream().map(TableColumn::name))
                .forEach(column -> assertTrue(page.contains("`" + column + "`"), column));
    }

    /** Lines of the page's blocks that begin with the program's name; lm-eval has no results here, and import has a test of its own. */
    private static List<String> commands() throws IOException {
        List<String> commands = Files.readAllLines(DOC).stream().map(String::strip).filter(line -> line.startsWith("pruefstand "))
                .map(line -> line.replaceFirst("  +#.*", ""))
                .filter(line -> !line.contains("lm-eval") && !line.contains(" eval ") && !line.startsWith("pruefstand import")).toList();
        assertTrue(commands.size() >= 6, "commands on the page: " + commands);
        return commands;
    }

    private static String[] arguments(String line) {
        return Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(line.substring("pruefstand ".length())).results()
                .map(found -> Stream.of(1, 2, 3).map(found::group).filter(Objects::nonNull).findFirst().orElseThrow())
                .toArray(String[]::new);
    }
}
