package pruefstand.task.speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.engine.Ability;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.SpeedProbe;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.metric.SampleSummary;
import pruefstand.model.Prompts;
import pruefstand.task.Evaluation;
import pruefstand.task.Evaluator;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.SpeedSettings;
import pruefstand.task.Task;
import pruefstand.task.TaskDefinition;

/**
 * Measures how fast an engine takes in a prompt and how fast it generates; both lengths are cut to what the model can hold. Further
 * depths, as far as the model's context goes, and numbers of sequences are run beside it. With prompts the speed is that from end to
 * end.
 */
public final class SpeedEvaluator implements Evaluator {

    /** The setting that holds what {@link BenchResult#joulesPerToken} says of the usual generation. */
    public static final String JOULES = "joules_per_token";

    private final Supplier<Optional<EnergyMeter>> meters;

    /** @param meters gives a meter of energy, having measured idle power, where there is one */
    SpeedEvaluator(Supplier<Optional<EnergyMeter>> meters) {
        this.meters = meters;
    }

    public SpeedEvaluator() {
        this(EnergyMeter::ofThisMachine);
    }

    @Override
    public EngineSettings settings(TaskDefinition task, EngineSettings base) {
        return base.context().isPresent() || task.files().prompts().isPresent() ? base
                : base.withContext(contextWanted(task.settings(SpeedSettings.class)));
    }

    @Override
    public Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress) {
        if (task.definition().files().prompts().isPresent()) {
            return EndToEnd.evaluate(task, engine, progress);
        }
        if (engine.speed().isEmpty()) {
            return Outcome.Unsuitable.because("the engine generates no text whose speed could be measured", engine, Ability.SPEED);
        }
        SpeedSettings asked = task.definition().settings(SpeedSettings.class);
        Optional<EnergyMeter> meter = meters.get();
        List<BenchResult> results = new ArrayList<>(Bench.run(engine, BenchOrder.of(asked), progress, meter));
        BenchResult prompt = results.getFirst();
        BenchResult generate = results.getLast();
        List<Integer> depths = furtherDepths(asked, engine.speed().get().contextLength());
        if (!depths.isEmpty()) {
            results.addAll(Bench.run(engine, sweep(asked, depths), progress, meter));
        }
        List<Integer> sequences = asked.sequences().orElse(List.of()).stream().filter(number -> number > 1).toList();
        if (!sequences.isEmpty()) {
            results.addAll(Bench.run(engine, BenchOrder.of(asked).generating(sequences), progress, meter));
        }
        return withCache(evaluation(asked, prompt, generate, results), engine.speed().get());
    }

    /** With what is kept of each token, from which follows how much memory a context takes. */
    private static Evaluation withCache(Evaluation evaluation, SpeedProbe probe) {
        OptionalLong kept = probe.cacheBytesPerToken();
        return kept.isPresent() ? evaluation.with("cache_bytes_per_token", kept.getAsLong()) : evaluation;
    }

    private static int contextWanted(SpeedSettings asked) {
        return sweep(asked, furtherDepths(asked, Integer.MAX_VALUE)).contextWanted();
    }

    private static List<Integer> furtherDepths(SpeedSettings asked, int context) {
        return asked.depths().orElse(List.of()).stream().filter(depth -> depth > 0 && depth < context).toList();
    }

    private static BenchOrder sweep(SpeedSettings asked, List<Integer> depths) {
        return depths.isEmpty() ? BenchOrder.of(asked) : BenchOrder.of(asked).at(depths);
    }

    private static Evaluation evaluation(SpeedSettings asked, BenchResult prompt, BenchResult generate, List<BenchResult> all) {
        SequencedMap<Metric, Estimate> metrics = new LinkedHashMap<>();
        metrics.put(Metric.TG_TOKENS_PER_SECOND, estimate(Metric.TG_TOKENS_PER_SECOND, generate.tokensPerSecond()));
        metrics.put(Metric.PP_TOKENS_PER_SECOND, estimate(Metric.PP_TOKENS_PER_SECOND, prompt.tokensPerSecond()));
        Map<String, Object> settings = new TreeMap<>(Map.ofEntries(
                Map.entry("prompt", prompt.prompt()),
                Map.entry("prompt_requested", BenchOrder.of(asked).prompts().getFirst()),
                Map.entry("prompt_test", prompt.test()),
                Map.entry("prompt_engine_share", prompt.engineShare()),
                Map.entry("prompt_median", prompt.tokensPerSecond().median()),
                Map.entry("prompt_stddev", prompt.tokensPerSecond().stddev()),
                Map.entry("generate", generate.generate()),
                Map.entry("generate_requested", BenchOrder.of(asked).generates().getFirst()),
                Map.entry("generate_test", generate.test()),
                Map.entry("generate_engine_share", generate.engineShare()),
                Map.entry("generate_median", generate.tokensPerSecond().median()),
                Map.entry("generate_stddev", generate.tokensPerSecond().stddev()),
                Map.entry("depth", 0),
                Map.entry("batch", prompt.batch()),
                Map.entry("repetitions", generate.tokensPerSecond().samples().size()),
                Map.entry("warmup_runs", 1),
                Map.entry("seed", Bench.SEED)));
        generate.bytesPerToken().ifPresent(bytes -> settings.put("bytes_per_token", bytes));
        generate.joulesPerToken().ifPresent(joules -> settings.put(JOULES, joules));
        if (all.size() > 2) {
            settings.put("tests", all.stream().map(SpeedEvaluator::summary).toList());
        }
        return Evaluation.of(metrics, settings, all.stream().flatMap(SpeedEvaluator::items).toList());
    }

    private static Map<String, Object> summary(BenchResult result) {
        Map<String, Object> summary = new TreeMap<>(Map.of("test", result.test(), "depth", result.depth(),
                "sequences", result.sequences(), "mean", result.tokensPerSecond().mean(),
                "median", result.tokensPerSecond().median()));
        result.tokensPerSecond().stddev().ifPresent(deviation -> summary.put("stddev", deviation));
        result.tokensPerSecond().interval().low().ifPresent(low -> summary.put("low", low));
        result.tokensPerSecond().interval().high().ifPresent(high -> summary.put("high", high));
        result.joulesPerToken().ifPresent(joules -> summary.put(JOULES, joules));
        return summary;
    }

    private static Estimate estimate(Metric metric, SampleSummary speed) {
        return Estimate.of(metric, speed.mean(), speed.samples().size(), speed.interval());
    }

    private static Stream<SpeedItem> items(BenchResult result) {
        List<Double> samples = result.tokensPerSecond().samples();
        return IntStream.range(0, samples.size()).mapToObj(i -> new SpeedItem(result.test(), i, samples.get(i)));
    }
}
