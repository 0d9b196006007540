package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pruefstand.engine.ComputeOptions;
import pruefstand.metric.Estimate;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.Guards;
import pruefstand.record.Harness;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.TaskReference;
import pruefstand.run.Cell;
import pruefstand.run.EngineChoice;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskKind;
import pruefstand.text.Messages;

class EvalReportTest {

    private static final Estimate DIVERGENCE = new Estimate(0.25, OptionalDouble.of(0.125), OptionalDouble.of(0.375), OptionalDouble.empty(), 5, "none", true,
            Optional.empty());

    private static Cell cell() {
        Variant variant = new Variant("Q8_0", new Source.Baseline("random"), Optional.empty());
        ListedModel model = new ListedModel("M", List.of(), ModelKind.DECODER, Optional.empty(), Optional.empty(), Optional.empty(), Prompts.NONE,
                Optional.empty(), Optional.empty(), List.of(variant));
        Task task = new Task(TaskDefinition.read("name: t\nversion: 1\nkind: perplexity\ndata: {text: t.txt}\nlanguages: [de]\n"
                + "description: {de: A, en: B}\n", "t.yaml"), Path.of("t.yaml"));
        return new Cell(model, variant, task, new EngineChoice(Optional.empty(), ComputeOptions.DEFAULT), "key");
    }

    private static RunRecord record(Status status, Optional<String> reason) {
        return new RunRecord(RunRecord.SCHEMA, "key", "run", "M", "Q8_0", new TaskReference("t", 1, TaskKind.KLD, "d"), status, reason,
                Optional.of("kl_divergence"), Map.of("kl_divergence", DIVERGENCE), Map.of(),
                new Guards(OptionalDouble.empty(), OptionalDouble.empty(), false), Optional.empty(), Optional.empty(),
                new HostDescription("cpu", 2, 16L << 30, List.of(), "Linux", OptionalDouble.empty()), new Harness("1", "c", false),
                Instant.EPOCH, 1.5, OptionalLong.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | OK      | -                                                                            | kl_divergence 0,2500 [0,1250; 0,3750] (1,5 s)
            en | OK      | -                                                                            | kl_divergence 0.2500 [0.1250, 0.3750] (1.5 s)
            de | SKIPPED | nothing to compare with: the registry names no base for this variant | ausgelassen: Es gibt nichts zum Vergleichen, denn das Modellverzeichnis nennt für diese Variante keine Basis (1,5 s)
            en | SKIPPED | nothing to compare with: the registry names no base for this variant | skipped: nothing to compare with: the registry names no base for this variant (1.5 s)
            de | SKIPPED | no tokens | ausgelassen, mit dem Grund „no tokens“ (1,5 s)
            de | FAILED  | SIGABRT   | gescheitert, mit dem Grund „SIGABRT“ (1,5 s)
            """)
    void aLineKeepsToOneLanguageAndOneWayToWriteNumbers(String language, Status status, String reason, String line) {
        var err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(InputStream.nullInputStream(), new PrintStream(err), new PrintStream(err, true, StandardCharsets.UTF_8),
                Path.of("."), false, Map.of());
        new EvalReport(new Root(terminal, Messages.in(Locale.of(language))), _ -> { }).ended(cell(), record(status, Optional.of(reason)));
        assertEquals("M:Q8_0 × t: " + line, err.toString(StandardCharsets.UTF_8).strip());
    }
}
