package pruefstand.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pruefstand.metric.Estimate;

/** Parts that records have in common, each kept once: a million hosts, files and settings would fill the memory. Safe to share. */
final class CommonParts {

    private final Map<Object, Object> kept = new ConcurrentHashMap<>();

    /** Settings are equal here if they stand in one order too. */
    private record InOrder(List<Map.Entry<String, Object>> settings) {
    }

    /** An equal record of common parts. */
    RunRecord of(RunRecord run) {
        Map<String, Estimate> metrics = new MetricsInOrder(one(List.copyOf(run.metrics().keySet())),
                run.metrics().values().stream().map(this::of).toList());
        return new RunRecord(run.schema(), run.key(), run.run(), one(run.model()), one(run.variant()), one(run.task()), run.status(),
                run.reason(), one(run.main()), metrics, settings(run.settings()), one(run.guards()), one(run.artifact()), one(run.engine()),
                one(run.host()), one(run.harness()), run.started(), run.seconds(), run.peakMemoryBytes(), run.failure());
    }

    private Estimate of(Estimate of) {
        return new Estimate(of.value(), of.low(), of.high(), of.stderr(), of.n(), one(of.interval()), of.higherIsBetter(), one(of.unit()));
    }

    private Map<String, Object> settings(Map<String, Object> settings) {
        @SuppressWarnings("unchecked")
        Map<String, Object> common = (Map<String, Object>) kept.computeIfAbsent(new InOrder(List.copyOf(settings.entrySet())), _ -> settings);
        return common;
    }

    @SuppressWarnings("unchecked")
    private <T> T one(T part) {
        return part == Optional.empty() ? part : (T) kept.computeIfAbsent(part, _ -> part);
    }
}
