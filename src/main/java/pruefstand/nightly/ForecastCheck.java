package pruefstand.nightly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import pruefstand.engine.ComputeOptions;
import pruefstand.metric.Estimate;
import pruefstand.metric.ForecastError;
import pruefstand.metric.Metric;
import pruefstand.model.Source;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.run.Cell;
import pruefstand.run.Plan;
import pruefstand.run.PlannedCell;
import pruefstand.run.forecast.Forecast;
import pruefstand.run.forecast.Forecaster;
import pruefstand.run.forecast.MachineSpeed;
import pruefstand.run.forecast.Workload;
import pruefstand.task.SpeedSettings;
import pruefstand.task.TaskKind;
import pruefstand.task.speed.BenchOrder;
import pruefstand.text.Refusal;

/**
 * Forecasts the speeds that a night is to measure, before it measures any, and compares. What it finds is kept with the machine's
 * speed, so that the next forecasts know how far they may be off.
 */
public final class ForecastCheck {

    private final Function<List<Workload>, Optional<MachineSpeed>> speeds;
    private final Consumer<MachineSpeed> keep;
    private final Map<Cell, Forecast> forecasts = new LinkedHashMap<>();
    private final List<Double> generation = new ArrayList<>();
    private final List<Double> prompt = new ArrayList<>();
    private Optional<MachineSpeed> machine = Optional.empty();

    public ForecastCheck(Forecaster forecaster) {
        this(works -> forecaster.isBusy() ? Optional.empty() : Optional.of(forecaster.speed(works, false, _ -> { })), forecaster::keep);
    }

    /**
     * For a machine of one's own.
     *
     * @param speeds knows it, with everything that the models need; empty where it is too busy to be measured
     * @param keep takes it with the forecasts that were checked
     */
    ForecastCheck(Function<List<Workload>, Optional<MachineSpeed>> speeds, Consumer<MachineSpeed> keep) {
        this.speeds = speeds;
        this.keep = keep;
    }

    /**
     * How far a night's forecasts were off.
     *
     * @param cells that were forecast and measured
     * @param generationMedianError median of |measured / forecast − 1| of generating
     * @param promptMedianError likewise of reading prompts
     */
    public record Result(int cells, OptionalDouble generationMedianError, OptionalDouble promptMedianError) {
    }

    /** Makes the forecasts. Where the machine cannot be measured, or is busy, there are none, and the night goes on. */
    public void planned(Plan plan) {
        Map<Cell, Workload> works = new LinkedHashMap<>();
        plan.due().stream().map(PlannedCell::cell).filter(ForecastCheck::canBeForecast).forEach(cell -> work(cell).ifPresent(work -> works.put(cell, work)));
        if (works.isEmpty()) {
            return;
        }
        try {
            machine = speeds.apply(List.copyOf(works.values()));
            machine.ifPresent(speed -> works.forEach((cell, work) -> forecasts.put(cell, Forecast.of(work, speed, 1, generated(cell)))));
        } catch (Refusal _) {
            machine = Optional.empty(); // the cells themselves will say what is wrong with the engine
        }
    }

    private static int generated(Cell cell) {
        return BenchOrder.of(cell.task().definition().settings(SpeedSettings.class)).generates().getFirst();
    }

    /** Bare speeds of GGUF files, computed by the workspace's llama.cpp as it does by default. */
    private static boolean canBeForecast(Cell cell) {
        return cell.task().definition().kind() == TaskKind.SPEED && cell.task().definition().files().prompts().isEmpty()
                && cell.engine().library().isEmpty() && cell.engine().options().equals(ComputeOptions.DEFAULT)
                && cell.variant().adapter().isEmpty();
    }

    private static Optional<Workload> work(Cell cell) {
        return switch (cell.variant().source()) {
            case Source.LocalFile(Path file) -> read(file);
            case Source.HubFile hub -> hub.place().flatMap(ForecastCheck::read);
            case Source.Baseline _, Source.OnnxFolder _, Source.Server _, Source.WordVectors _ -> Optional.empty();
        };
    }

    private static Optional<Workload> read(Path file) {
        try {
            return Optional.of(Workload.of(GgufHeader.read(file)));
        } catch (Refusal _) {
            return Optional.empty(); // measuring it fails, and its record says why
        }
    }

    /** A cell was measured. What was disturbed does not count, nor what another machine measured. */
    public void ended(Cell cell, RunRecord record) {
        Forecast forecast = forecasts.get(cell);
        if (forecast == null || record.status() != Status.OK || record.guards().marked()
                || !machine.map(MachineSpeed::host).equals(Optional.of(record.host().hostClass()))) {
            return;
        }
        OptionalDouble ofGeneration = ratio(record, Metric.TG_TOKENS_PER_SECOND, forecast.generation());
        OptionalDouble ofPrompt = ratio(record, Metric.PP_TOKENS_PER_SECOND, forecast.prompt());
        if (ofGeneration.isPresent() && ofPrompt.isPresent()) {
            generation.add(ofGeneration.getAsDouble());
            prompt.add(ofPrompt.getAsDouble());
            machine = machine.map(speed -> speed.with(record.model() + ":" + record.variant(),
                    new MachineSpeed.Check(ofGeneration.getAsDouble(), ofPrompt.getAsDouble())));
        }
    }

    private static OptionalDouble ratio(RunRecord record, Metric metric, Optional<Estimate> forecast) {
        Optional<Estimate> measured = record.metric(metric.id());
        return measured.isPresent() && forecast.isPresent() ? OptionalDouble.of(measured.get().value() / forecast.get().value())
                : OptionalDouble.empty();
    }

    /** Keeps and tells what was found; empty where nothing was forecast and measured. */
    public Optional<Result> result() {
        if (generation.isEmpty()) {
            return Optional.empty();
        }
        machine.ifPresent(keep);
        return Optional.of(new Result(generation.size(), new ForecastError(generation).median(), new ForecastError(prompt).median()));
    }
}
