package pruefstand.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.metric.SampleSummary;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.record.HostDescription;
import pruefstand.run.Host;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.task.speed.Bandwidth;
import pruefstand.task.speed.BenchOrder;
import pruefstand.task.speed.BenchResult;
import pruefstand.text.Refusal;

/** {@code bench}: bare speed, as llama-bench counts it. */
@Command(name = "bench", description = "Speed of prompt processing and of generation, as llama-bench counts it.",
        footer = {"", "Example: pruefstand bench --model eval/models/tiny-de-en-m-q8_0.gguf -p 128,256 -n 128"})
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Option(names = {"-p", "--prompt"}, paramLabel = "N,…", defaultValue = "512",
            description = "tokens of the prompt; 0 for none; default: ${DEFAULT-VALUE}, cut to what the model can hold")
    private String prompts;

    @Option(names = {"-n", "--generate"}, paramLabel = "N,…", defaultValue = "128",
            description = "tokens to generate; 0 for none; default: ${DEFAULT-VALUE}, cut likewise")
    private String generates;

    @Option(names = {"-d", "--depth"}, paramLabel = "N,…", defaultValue = "0",
            description = "tokens in the cache before the clock starts; default: ${DEFAULT-VALUE}")
    private String depths;

    @Option(names = "--batch", paramLabel = "N,…", defaultValue = "2048",
            description = "most tokens handed over at once; default: ${DEFAULT-VALUE}")
    private String batches;

    @Option(names = "--sequences", paramLabel = "N,…", defaultValue = "1",
            description = "texts that go on side by side; default: ${DEFAULT-VALUE}")
    private String sequences;

    @Option(names = {"-r", "--repetitions"}, paramLabel = "N", defaultValue = "5",
            description = "counted runs of each test; default: ${DEFAULT-VALUE}")
    private int repetitions;

    @Option(names = "--json", description = "one JSON array")
    private boolean json;

    private final Root root;

    BenchCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (repetitions < 1) {
            throw Refusal.input("cli.bench.list", String.valueOf(repetitions));
        }
        BenchOrder order = new BenchOrder(numbers(prompts, 0), numbers(generates, 0), numbers(depths, 0), numbers(batches, 1),
                numbers(sequences, 1), repetitions);
        if (order.prompts().stream().allMatch(n -> n == 0) && order.generates().stream().allMatch(n -> n == 0)) {
            throw Refusal.input("cli.bench.nothing");
        }
        try (OneModel worker = new OneModel(root)) {
            var opening = model.opening(root, OptionalInt.of(order.contextWanted()), Optional.empty(), true);
            print(worker.ask(new WorkerRequest.Bench(opening, order), WorkerReply.Benched.class));
        }
        return Exit.DONE;
    }

    private static List<Integer> numbers(String list, int least) {
        try {
            List<Integer> numbers = Arrays.stream(list.split(",", -1)).map(String::trim).map(Integer::valueOf).toList();
            if (numbers.stream().anyMatch(number -> number < least)) {
                throw Refusal.input("cli.bench.list", list);
            }
            return numbers;
        } catch (NumberFormatException e) {
            throw Refusal.input("cli.bench.list", list).because(e);
        }
    }

    private void print(WorkerReply.Benched reply) {
        if (json) {
            HostDescription host = Host.look().description().withBandwidth(reply.bandwidth().gbPerSecond());
            root.printJson(reply.results().stream().map(result -> Report.of(result, reply, host)).toList());
            return;
        }
        for (BenchResult result : reply.results()) {
            SampleSummary speed = result.tokensPerSecond();
            root.print(root.text("cli.bench.result", result.test(), String.format(Locale.ROOT, "%.2f", speed.mean()),
                    speed.stddev().isPresent() ? String.format(Locale.ROOT, "%.2f", speed.stddev().getAsDouble()) : "–"));
        }
    }

    /** One test as {@code --json} gives it. The roofline is null where {@link Bandwidth#share} gives none. */
    private record Report(String test, int prompt, int generate, int depth, int batch, int sequences, SampleSummary tokensPerSecond,
            double engineShare, OptionalLong bytesPerToken, OptionalDouble bandwidthGbPerSecond, OptionalDouble rooflineShare,
            OptionalDouble joulesPerToken, Artifact artifact, EngineDescription engine, HostDescription host) {

        static Report of(BenchResult r, WorkerReply.Benched reply, HostDescription host) {
            Bandwidth bandwidth = reply.bandwidth();
            return new Report(r.test(), r.prompt(), r.generate(), r.depth(), r.batch(), r.sequences(), r.tokensPerSecond(),
                    r.engineShare(), r.bytesPerToken(), OptionalDouble.of(bandwidth.gbPerSecond()),
                    r.sequences() == 1 ? bandwidth.share(r.tokensPerSecond().mean(), r.bytesPerToken()) : OptionalDouble.empty(),
                    r.joulesPerToken(), reply.subject().artifact(), reply.subject().engine(), host);
        }
    }
}
