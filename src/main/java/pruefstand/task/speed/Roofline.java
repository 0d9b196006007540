package pruefstand.task.speed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;

/** Adds to a measured speed how near it is to what the machine's memory allows. */
public final class Roofline {

    /** The setting that holds the bandwidth, in 10⁹ bytes a second. */
    public static final String BANDWIDTH = "bandwidth_gb_per_second";

    private static final String BYTES = "bytes_per_token";

    private Roofline() {
    }

    /** A bare speed with its roofline share, or with the reason why there is none; any other as it is. */
    public static Outcome addedTo(Outcome outcome, Bandwidth bandwidth) {
        return outcome instanceof Evaluation evaluation && evaluation.metrics().containsKey(Metric.TG_TOKENS_PER_SECOND.id())
                ? addedTo(evaluation, bandwidth) : outcome;
    }

    private static Evaluation addedTo(Evaluation evaluation, Bandwidth bandwidth) {
        Estimate speed = evaluation.metrics().get(Metric.TG_TOKENS_PER_SECOND.id());
        OptionalLong bytes = evaluation.settings().get(BYTES) instanceof Number number
                ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
        Map<String, Object> settings = new TreeMap<>(evaluation.settings());
        settings.put(BANDWIDTH, bandwidth.gbPerSecond());
        Map<String, Estimate> metrics = new LinkedHashMap<>(evaluation.metrics());
        OptionalDouble share = bandwidth.share(speed.value(), bytes);
        if (share.isPresent()) {
            metrics.put(Metric.ROOFLINE_SHARE.id(), scaled(speed, share.getAsDouble() / speed.value()));
        } else {
            settings.put("roofline_reason", bandwidth.whyNoShare(bytes));
        }
        return new Evaluation(evaluation.main(), metrics, settings, evaluation.items());
    }

    /** The interval is that of the speed: the bandwidth counts as exact. */
    private static Estimate scaled(Estimate speed, double factor) {
        return new Estimate(speed.value() * factor, scaled(speed.low(), factor), scaled(speed.high(), factor),
                scaled(speed.stderr(), factor), speed.n(), speed.interval(), true, Metric.ROOFLINE_SHARE.unit());
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.stream().map(number -> number * factor).mapToObj(OptionalDouble::of).findFirst().orElse(OptionalDouble.empty());
    }
}
