package pruefstand.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import pruefstand.catalogue.Catalogue;
import pruefstand.metric.Estimate;
import pruefstand.metric.Metric;
import pruefstand.model.Artifact;
import pruefstand.model.ListedModel;
import pruefstand.model.ModelKind;
import pruefstand.model.Prompts;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.HostDescription;
import pruefstand.record.RunRecord;
import pruefstand.task.Task;

/** A board with as many models as asked for and twenty columns; every number in it is made up. */
final class Crowd {

    /** Four of them have two speeds, a share and a memory each: with sizes, qualities and perplexities that makes twenty columns. */
    private static final int HOSTS = 4;
    private static final List<Task> TASKS = List.of(Sample.TEXT_DE, Sample.TEXT_EN, Sample.SPEED);

    private Crowd() {
    }

    static SiteInput of(int models) {
        SplittableRandom random = new SplittableRandom(7);
        List<ListedModel> listed = IntStream.range(0, models).mapToObj(Crowd::listed).toList();
        List<RunRecord> records = new ArrayList<>();
        IntStream.range(0, models).forEach(i -> measure(listed.get(i), i, random, records));
        return new SiteInput(Catalogue.of(List.of()), listed, TASKS, records);
    }

    private static ListedModel listed(int i) {
        return new ListedModel("Modell-%03d".formatted(i), List.of(), ModelKind.DECODER, Optional.of("Familie-" + i % 40),
                Optional.of(List.of("Apache-2.0", "MIT", "Gemma Terms of Use").get(i % 3)), Optional.empty(), Prompts.NONE, Optional.empty(),
                Optional.empty(), List.of(new Variant("Q4_K_M", new Source.HubFile("example/m" + i, "main", "m.gguf", Optional.empty()),
                        Optional.empty())));
    }

    private static void measure(ListedModel model, int i, SplittableRandom random, List<RunRecord> records) {
        long parameters = 100_000_000L * (1 + i);
        Artifact file = Runs.gguf("m-" + i + ".gguf", parameters * 6 / 10, parameters, 4.8, "Q4_K_M").withSha256("%064x".formatted(i));
        Runs runs = Runs.of(model.name(), "Q4_K_M", file).after(i);
        double bits = 0.6 + random.nextDouble();
        records.add(runs.perplexity(Sample.TEXT_DE, bits, 0.02, Math.exp(bits * 3), 400));
        records.add(runs.perplexity(Sample.TEXT_EN, bits * 0.95, 0.02, Math.exp(bits * 2.9), 400));
        IntStream.range(0, HOSTS).forEach(host -> records.add(runs.on(host(host)).measured(Sample.SPEED, speeds(random, i),
                Map.of("prompt", 512, "generate", 128, "bytes_per_token", parameters * 6 / 10, "cache_bytes_per_token", 100_000))));
    }

    private static HostDescription host(int number) {
        HostDescription desktop = Runs.DESKTOP;
        return new HostDescription(desktop.cpu(), desktop.cores(), (8L << number) << 30, List.of(), desktop.os(), desktop.bandwidthGbPerSecond());
    }

    private static Map<Metric, Estimate> speeds(SplittableRandom random, int i) {
        double speed = 400.0 / (1 + i) * (0.8 + 0.4 * random.nextDouble());
        Map<Metric, Estimate> estimates = new LinkedHashMap<>();
        estimates.put(Metric.TG_TOKENS_PER_SECOND, Runs.estimate(Metric.TG_TOKENS_PER_SECOND, speed, speed * 0.01, 5));
        estimates.put(Metric.PP_TOKENS_PER_SECOND, Runs.estimate(Metric.PP_TOKENS_PER_SECOND, speed * 20, speed * 0.2, 5));
        double share = 0.5 + 0.2 * random.nextDouble();
        estimates.put(Metric.ROOFLINE_SHARE, Runs.estimate(Metric.ROOFLINE_SHARE, share, 0.01, 5));
        return estimates;
    }
}
