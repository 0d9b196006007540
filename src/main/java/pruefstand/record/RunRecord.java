package pruefstand.record;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import pruefstand.metric.Estimate;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;

/**
 * One run of one cell: what was measured, on what, how, and what came of it. Written once, never changed; the field names are
 * those of the file.
 *
 * @param schema version of this shape
 * @param key hash of everything that can change the numbers; two runs with the same key measure the same thing
 * @param run id of the run that made it, which is also the file's name
 * @param model listed name
 * @param variant variant's name
 * @param task which task, with the hash of its data
 * @param status whether there are numbers
 * @param reason why there are none
 * @param main id of the metric that stands for the task
 * @param metrics estimates by id
 * @param settings everything that was set or cut
 * @param guards what went on beside it on the machine
 * @param artifact the model file
 * @param engine what computed
 * @param host where
 * @param harness this program
 * @param started when the cell began
 * @param seconds how long it took, loading included
 * @param peakMemoryBytes most memory the worker held resident; empty where it could not be read
 * @param failure how it failed
 */
public record RunRecord(int schema, String key, String run, String model, String variant, TaskReference task, Status status,
        Optional<String> reason, Optional<String> main, Map<String, Estimate> metrics, Map<String, Object> settings,
        Guards guards, Optional<Artifact> artifact, Optional<EngineDescription> engine, HostDescription host, Harness harness,
        Instant started, double seconds, OptionalLong peakMemoryBytes, Optional<Failure> failure) {

    public static final int SCHEMA = 1;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");
    /** A run's id is a file's name: nothing in it leads to another folder. */
    private static final Pattern FILE_NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,60}");

    /** What a reader of records relies on must be there; JSON leaves out whatever it likes. */
    public RunRecord {
        need(key, "key");
        need(run, "run");
        if (!FILE_NAME.matcher(run).matches()) {
            throw new IllegalArgumentException("run is no run's id, which looks like 20261121T020007Z-3f9c");
        }
        need(model, "model");
        need(variant, "variant");
        need(task, "task");
        need(status, "status");
        need(metrics, "metrics");
        metrics.forEach((id, estimate) -> Objects.requireNonNull(estimate, () -> "metrics." + id + " is missing"));
        need(settings, "settings");
        need(guards, "guards");
        need(host, "host");
        need(harness, "harness");
        need(started, "started");
        if (started.isBefore(FIRST) || !started.isBefore(LAST)) {
            throw new IllegalArgumentException("started is no time from 1970 to 9999");
        }
    }

    private static void need(Object value, String name) {
        Objects.requireNonNull(value, () -> name + " is missing");
    }

    /** The same for where and when the cell ran, as somebody else says. */
    public RunRecord at(HostDescription where, Instant when, double took) {
        return new RunRecord(schema, key, run, model, variant, task, status, reason, main, metrics, settings, guards, artifact, engine,
                where, harness, when, took, peakMemoryBytes, failure);
    }

    /** Equal records have equal keys and ids; to hash all of one for each look into a map would cost more than the look. */
    @Override
    public int hashCode() {
        return 31 * key.hashCode() + run.hashCode();
    }

    /** The estimate of a metric, where there is one. */
    public Optional<Estimate> metric(String id) {
        return Optional.ofNullable(metrics.get(id));
    }

    /** A number among the settings, where there is one. */
    public OptionalDouble setting(String name) {
        return settings.get(name) instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }
}
