package pruefstand.nightly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import pruefstand.engine.ComputeOptions;
import pruefstand.json.Json;
import pruefstand.metric.Estimate;
import pruefstand.metric.Interval;
import pruefstand.metric.Metric;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.Guards;
import pruefstand.record.Recorded;
import pruefstand.record.RunRecord;
import pruefstand.run.Cell;
import pruefstand.run.Due;
import pruefstand.run.EngineChoice;
import pruefstand.run.Plan;
import pruefstand.run.PlannedCell;
import pruefstand.run.forecast.MachineSpeed;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;
import pruefstand.task.TaskKind;

/** Forecasts of a machine that takes 1 ns a byte and 0.1 ns a product, beside what was measured. */
class ForecastCheckTest {

    private static final String HOST = "cpu, 2 cores, 15 GB";
    private static final MachineSpeed MACHINE = Json.read("{\"host\":\"" + HOST + "\",\"memory_bytes\":16000000000,\"threads\":2,\"engine\":\"e\","
            + "\"measured\":\"2026-11-26T00:00:00Z\",\"bandwidth_gb_per_second\":1,\"base_bytes\":0,\"seconds_per_token\":0,"
            + "\"seconds_per_step\":0,\"prompt_seconds_per_step\":0,\"seconds_per_head\":0,\"seconds_per_position\":0,"
            + "\"seconds_per_position_value\":0,\"types\":{\"Q8_0\":{\"points\":[{\"bytes\":1,\"seconds_per_byte\":1e-9,"
            + "\"seconds_per_product\":1e-10}]}},\"checks\":{}}", "machine", MachineSpeed.class);
    // 3,063,808 bytes of Q8_0 and 7,168 of F32, which costs what the memory costs.
    private static final double GENERATION = 1e9 / (3_063_808 + 7_168);
    // Two layers with both parts and a last one with attention alone.
    private static final double PROMPT = 1e10 / (3 * 256 * (256 + 128 + 128 + 256) + 2 * 3 * 256 * 768);

    private final List<MachineSpeed> kept = new ArrayList<>();
    private final ForecastCheck check = new ForecastCheck(_ -> Optional.of(MACHINE), kept::add);

    private static Cell cell(Source source, String kind) {
        ListedModel model = new ListedModel("m", List.of(), ModelKind.DECODER, Optional.empty(), Optional.empty(), Optional.empty(),
                Prompts.NONE, Optional.empty(), Optional.empty(), List.of());
        Task task = new Task(TaskDefinition.read("name: speed\nversion: 1\nkind: " + kind + "\nlanguages: [de]\ndescription: {de: A, en: B}\n",
                "t.yaml"), Path.of("t.yaml"));
        return new Cell(model, new Variant("q", source, Optional.empty()), task, new EngineChoice(Optional.empty(), ComputeOptions.DEFAULT), "key");
    }

    private static Cell speedOfAFile() {
        return cell(new Source.LocalFile(Path.of("eval/models/tiny-de-en-m-q8_0.gguf").toAbsolutePath()), "speed");
    }

    private static Plan plan(Cell cell) {
        return new Plan(List.of(new PlannedCell(cell, Due.values()[0], OptionalDouble.empty())), List.of(), List.of(), List.of(), Optional.empty());
    }

    private static RunRecord measured(double generation, double prompt, boolean marked) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        metrics.put(Metric.TG_TOKENS_PER_SECOND.id(), Estimate.of(Metric.TG_TOKENS_PER_SECOND, generation, 5, Interval.none("test")));
        metrics.put(Metric.PP_TOKENS_PER_SECOND.id(), Estimate.of(Metric.PP_TOKENS_PER_SECOND, prompt, 5, Interval.none("test")));
        RunRecord made = new Recorded("m", "q", "speed", "run").record(TaskKind.SPEED, metrics);
        return new RunRecord(made.schema(), made.key(), made.run(), made.model(), made.variant(), made.task(), made.status(), made.reason(),
                made.main(), made.metrics(), made.settings(), new Guards(OptionalDouble.empty(), OptionalDouble.empty(), marked), made.artifact(),
                made.engine(), made.host(), made.harness(), Instant.EPOCH, 1, made.peakMemoryBytes(), made.failure());
    }

    @Test
    void whatWasMeasuredStandsBesideWhatWasForecastBefore() {
        Cell cell = speedOfAFile();
        check.planned(plan(cell));
        check.ended(cell, measured(1.1 * GENERATION, 0.8 * PROMPT, false));
        ForecastCheck.Result result = check.result().orElseThrow();
        assertEquals(1, result.cells());
        assertEquals(0.1, result.generationMedianError().orElseThrow(), 1e-3);
        assertEquals(0.2, result.promptMedianError().orElseThrow(), 1e-2);
        assertEquals(1.1, kept.getFirst().checks().get("m:q").generation(), 1e-3, "the next forecasts know");
    }

    @Test
    void whatWasDisturbedOrMeasuredElsewhereDoesNotCount() {
        Cell cell = speedOfAFile();
        check.planned(plan(cell));
        check.ended(cell, measured(GENERATION, PROMPT, true));
        assertEquals(Optional.empty(), check.result());
        ForecastCheck other = new ForecastCheck(
                _ -> Optional.of(Json.read(Json.write(MACHINE).replace(HOST, "another"), "machine", MachineSpeed.class)), kept::add);
        other.planned(plan(cell));
        other.ended(cell, measured(GENERATION, PROMPT, false));
        assertEquals(Optional.empty(), other.result());
    }

    @Test
    void whatHasNoHeaderIsNotForecastAndTheMachineIsNotMeasuredForIt() {
        ForecastCheck unasked = new ForecastCheck(_ -> {
            throw new AssertionError("nothing to forecast");
        }, kept::add);
        unasked.planned(plan(cell(new Source.Baseline("random"), "speed")));
        unasked.planned(plan(cell(new Source.LocalFile(Path.of("nowhere.gguf")), "speed")));
        assertEquals(Optional.empty(), unasked.result());
    }
}
