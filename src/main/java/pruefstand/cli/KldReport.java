package pruefstand.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.Stream;
import pruefstand.metric.DivergencePercentiles;
import pruefstand.metric.MeanEstimate;
import pruefstand.metric.ModelDivergence;
import pruefstand.run.WorkerReply;

/**
 * The answer of {@code kld}: for people in the order and with the per cent of llama-perplexity, for programs with probabilities
 * and shares as parts of 1.
 */
record KldReport(Root root, WorkerReply.Compared reply) {

    SequencedMap<String, Object> json() {
        SequencedMap<String, Object> all = new LinkedHashMap<>();
        ModelDivergence found = reply.result().divergence();
        put(all, "kl_divergence", found.klDivergence());
        percentiles(found.percentiles()).forEach((name, value) -> all.put("kl_divergence_" + name, value));
        put(all, "delta_p", found.deltaP());
        put(all, "delta_p_rms", found.deltaPRms());
        put(all, "top_token_agreement", found.topTokenAgreement());
        put(all, "perplexity", found.candidate());
        put(all, "base_perplexity", found.base());
        put(all, "perplexity_ratio", found.perplexityRatio());
        all.put("log_likelihood_correlation", found.correlation());
        all.put("tokens", found.tokens());
        all.put("chunks", reply.result().chunks());
        all.put("context_length", reply.result().contextLength());
        all.put("seconds", reply.seconds());
        all.put("artifact", reply.subject().artifact());
        all.put("base", reply.base());
        all.put("engine", reply.subject().engine());
        return all;
    }

    private static void put(Map<String, Object> all, String id, MeanEstimate estimate) {
        all.put(id, estimate.value());
        all.put(id + "_stderr", estimate.stderr());
    }

    private static SequencedMap<String, Double> percentiles(DivergencePercentiles of) {
        SequencedMap<String, Double> all = new LinkedHashMap<>();
        all.put("max", of.max());
        all.put("p99_9", of.p999());
        all.put("p99", of.p99());
        all.put("p95", of.p95());
        all.put("p90", of.p90());
        all.put("p50", of.p50());
        all.put("p10", of.p10());
        all.put("p5", of.p5());
        all.put("p1", of.p1());
        all.put("p0_1", of.p01());
        all.put("min", of.min());
        return all;
    }

    List<String> lines() {
        ModelDivergence found = reply.result().divergence();
        Stream<String> divergences = percentiles(found.percentiles()).entrySet().stream()
                .map(entry -> line(percentile(entry.getKey()), number(entry.getValue())));
        return Stream.of(
                Stream.of(root.text("cli.kld.tokens", found.tokens(), reply.result().chunks(), reply.result().contextLength()),
                        line(root.text("cli.kld.mean"), estimate(found.klDivergence(), 1))),
                divergences,
                Stream.of(line(root.text("cli.kld.delta-p"), estimate(found.deltaP(), 100) + " %"),
                        line(root.text("cli.kld.delta-p-rms"), estimate(found.deltaPRms(), 100) + " %"),
                        line(root.text("cli.kld.top"), estimate(found.topTokenAgreement(), 100) + " %"),
                        line(root.text("cli.kld.perplexity"), estimate(found.candidate(), 1)),
                        line(root.text("cli.kld.base-perplexity"), estimate(found.base(), 1)),
                        line(root.text("cli.kld.ratio"), estimate(found.perplexityRatio(), 1)),
                        line(root.text("cli.kld.correlation"), number(found.correlation()))))
                .flatMap(lines -> lines).toList();
    }

    private String percentile(String name) {
        return switch (name) {
            case "max" -> root.text("cli.kld.max");
            case "p50" -> root.text("cli.kld.median");
            case "min" -> root.text("cli.kld.min");
            default -> name.substring(1).replace('_', '.') + " %";
        };
    }

    private static String line(String what, String value) {
        return what + ": " + value;
    }

    private static String estimate(MeanEstimate estimate, int factor) {
        return number(estimate.value() * factor) + " ± "
                + estimate.stderr().stream().mapToObj(error -> number(error * factor)).findFirst().orElse("–");
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "–";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
