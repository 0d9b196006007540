package pruefstand.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.task.kld.KldRequest;
import pruefstand.task.perplexity.PerplexityRequest;

/** {@code kld}: how far a model is from the one that it was made from. */
@Command(name = "kld", description = "How far a quantised model is from its base: KL divergence over a text.",
        footer = {"", "Example: pruefstand kld --model tiny-de-en-m:Q4_0 --base tiny-de-en-m:F16 \\",
                "           --text-file eval/tasks/data/perplexity-de.txt --context 128"})
final class KldCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Option(names = "--base", required = true, paramLabel = "B", description = "what --model was made from, given in the same ways")
    private String base;

    @Option(names = "--text-file", required = true, paramLabel = "F", description = "plain text, UTF-8; - is standard input")
    private Path textFile;

    @Option(names = {"-c", "--context"}, paramLabel = "N",
            description = "tokens of a chunk, of which the second half is scored; default: 512, or what both models hold")
    private OptionalInt context = OptionalInt.empty();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private final Root root;

    KldCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        int wanted = context.orElse(PerplexityRequest.DEFAULT_CONTEXT);
        KldRequest order = new KldRequest(new Input(root).text(textFile), wanted);
        var candidate = model.opening(root, OptionalInt.of(wanted), Optional.empty(), true);
        var other = model.opening(root, base, OptionalInt.of(wanted));
        try (OneModel worker = new OneModel(root)) {
            print(worker.ask(new WorkerRequest.Compare(candidate, other, order), WorkerReply.Compared.class));
        }
        return Exit.DONE;
    }

    private void print(WorkerReply.Compared reply) {
        int used = reply.result().contextLength();
        if (context.isPresent() && context.getAsInt() > used) {
            root.note("cli.kld.cut", context.getAsInt(), used);
        }
        KldReport report = new KldReport(root, reply);
        if (json) {
            root.printJson(report.json());
        } else {
            report.lines().forEach(root::print);
        }
    }
}
