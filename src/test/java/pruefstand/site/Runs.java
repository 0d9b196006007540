package pruefstand.site;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.record.Guards;
import pruefstand.record.Harness;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.TaskReference;
import pruefstand.task.Task;

/** Makes records for tests; every number in them is made up. */
final class Runs {

    static final HostDescription DESKTOP = new HostDescription("AMD Ryzen 7 9700X", 8, 64L << 30, List.of(), "Linux amd64",
            OptionalDouble.of(71.2));
    static final HostDescription NOTEBOOK = new HostDescription("Intel Core Ultra 7 258V", 8, 32L << 30,
            List.of("Intel Arc 140V"),
            "Linux amd64", OptionalDouble.empty());
    private static final Instant FIRST = Instant.parse("2026-11-19T02:00:07Z");

    private final String model;
    private final String variant;
    private final Optional<Artifact> artifact;
    private HostDescription host = DESKTOP;
    private Optional<String> data = Optional.empty();
    private boolean busy;
    private int minutes;

    private Runs(String model, String variant, Optional<Artifact> artifact) {
        this.model = model;
        this.variant = variant;
        this.artifact = artifact;
    }

    static Runs of(String model, String variant, Artifact artifact) {
        return new Runs(model, variant, Optional.of(artifact));
    }

    static Artifact gguf(String file, long bytes, long parameters, double bits, String type) {
        return new Artifact(file, Optional.of("ab".repeat(32)), OptionalLong.of(bytes), "gguf", Optional.of("llama"),
                OptionalLong.of(parameters), OptionalLong.of(parameters), OptionalInt.of(28), OptionalInt.of(1024),
                OptionalInt.of(32768), Optional.of(type), OptionalDouble.of(bits), OptionalInt.of(151936));
    }

    static Artifact baseline(String name, int dimension) {
        return new Artifact(name, Optional.empty(), OptionalLong.empty(), "baseline", Optional.empty(), OptionalLong.empty(),
                OptionalLong.empty(), OptionalInt.empty(), OptionalInt.of(dimension), OptionalInt.empty(), Optional.empty(),
                OptionalDouble.empty(), OptionalInt.empty());
    }

    static Estimate estimate(Metric metric, double value, double half, long n) {
        return new Estimate(value, OptionalDouble.of(value - half), OptionalDouble.of(value + half),
                OptionalDouble.of(half / 1.96),
                n, "percentile bootstrap, 95 %, 1000, seed 7", metric.higherIsBetter(), metric.unit());
    }

    Runs on(HostDescription other) {
        this.host = other;
        return this;
    }

    Runs ofData(String sha256) {
        this.data = Optional.of(sha256);
        return this;
    }

    Runs onABusyMachine() {
        this.busy = true;
        return this;
    }

    Runs after(int more) {
        this.minutes += more;
        return this;
    }

    RunRecord quality(Task task, int context, Map<Metric, Estimate> estimates) {
        return record(task, Status.OK, estimates, Map.of("context", context), Optional.empty(), Optional.empty());
    }

    RunRecord perplexity(Task task, double bits, double half, double perplexity, long n) {
        Map<Metric, Estimate> estimates = new LinkedHashMap<>();
        estimates.put(Metric.BITS_PER_BYTE, estimate(Metric.BITS_PER_BYTE, bits, half, n));
        estimates.put(Metric.TOKEN_PERPLEXITY, estimate(Metric.TOKEN_PERPLEXITY, perplexity, perplexity * 0.04, n * 256));
        return quality(task, 512, estimates);
    }

    RunRecord sts(Task task, double spearman, double half, long n) {
        Map<Metric, Estimate> estimates = new LinkedHashMap<>();
        estimates.put(Metric.COSINE_SPEARMAN, estimate(Metric.COSINE_SPEARMAN, spearman, half, n));
        estimates.put(Metric.COSINE_PEARSON, estimate(Metric.COSINE_PEARSON, spearman - 0.012, half, n));
        return quality(task, 256, estimates);
    }

    RunRecord speed(Task task, int prompt, int generate, double pp, double tg) {
        return speed(task, prompt, generate, pp, estimate(Metric.TG_TOKENS_PER_SECOND, tg, tg * 0.008, 5));
    }

    RunRecord speed(Task task, int prompt, int generate, double pp, Estimate tg) {
        Map<Metric, Estimate> estimates = new LinkedHashMap<>();
        estimates.put(Metric.TG_TOKENS_PER_SECOND, tg);
        estimates.put(Metric.PP_TOKENS_PER_SECOND, estimate(Metric.PP_TOKENS_PER_SECOND, pp, pp * 0.013, 5));
        return record(task, Status.OK, estimates, Map.of("prompt", prompt, "generate", generate), Optional.empty(),
                Optional.empty());
    }

    RunRecord measured(Task task, Map<Metric, Estimate> estimates, Map<String, Object> settings) {
        return record(task, Status.OK, estimates, settings, Optional.empty(), Optional.empty());
    }

    RunRecord failed(Task task, String signal, String reason) {
        return record(task, Status.FAILED, Map.of(), Map.of(), Optional.of(reason),
                Optional.of(new Failure(FailureKind.SIGNAL, Optional.of(signal), List.of("ggml_abort", reason))));
    }

    RunRecord refused(Task task, String reason) {
        return record(task, Status.FAILED, Map.of(), Map.of(), Optional.of(reason),
                Optional.of(new Failure(FailureKind.INVALID, Optional.empty(), List.of())));
    }

    private RunRecord record(Task task, Status status, Map<Metric, Estimate> estimates, Map<String, Object> settings,
            Optional<String> reason, Optional<Failure> failure) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        estimates.forEach((metric, estimate) -> metrics.put(metric.id(), estimate));
        Instant started = FIRST.plus(Duration.ofMinutes(minutes++));
        String run = started.toString().replaceAll("[-:]", "") + "-" + String.format("%04x", minutes);
        OptionalLong memory = status == Status.OK
                ? OptionalLong.of(90_000_000 + artifact.flatMap(file -> file.bytes().stream().boxed().findFirst()).orElse(0L))
                : OptionalLong.empty();
        return new RunRecord(RunRecord.SCHEMA, "key-" + run, run, model, variant,
                new TaskReference(task.name(), task.definition().version(), task.definition().kind(), data.orElseGet(task::dataSha256)),
                status, reason,
                metrics.keySet().stream().findFirst(), metrics, settings, new Guards(OptionalDouble.of(0.02),
                        OptionalDouble.empty(), busy),
                artifact, Optional.of(new EngineDescription("llama.cpp", "0.5.0-dev", "CPU", 8, Map.of())), host,
                new Harness("0.1.0", "unknown", false), started, 12.5, memory, failure);
    }
}
