package pruefstand.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.task.Spans;
import pruefstand.task.perplexity.PerplexityMethod;
import pruefstand.task.perplexity.PerplexityRequest;
import pruefstand.task.perplexity.PerplexityResult;
import pruefstand.text.Refusal;

/** {@code perplexity}: how well a language model predicts a text. */
@Command(name = "perplexity", description = "How well a language model predicts a text.",
        footer = {"", "Example: pruefstand perplexity --model eval/models/tiny-de-en-m-q8_0.gguf \\",
                "           --text-file eval/tasks/data/perplexity-de.txt --context 128"})
final class PerplexityCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Option(names = "--text-file", required = true, paramLabel = "F", description = "plain text, UTF-8; - is standard input")
    private Path textFile;

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "llama.cpp",
            description = "how the text is cut and scored: llama.cpp, lm-eval or spans; default: ${DEFAULT-VALUE}")
    private String method;

    @Option(names = {"-c", "--context"}, paramLabel = "N",
            description = "tokens the model may look at; default: 512, or what it was trained for if that is less")
    private OptionalInt context = OptionalInt.empty();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    private final Root root;

    PerplexityCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        PerplexityMethod chosen = PerplexityMethod.byId(method).orElseThrow(() -> Refusal.input("cli.perplexity.method", method));
        String text = new Input(root).text(textFile);
        try (OneModel worker = new OneModel(root)) {
            int wanted = context.orElse(PerplexityRequest.DEFAULT_CONTEXT);
            var opening = model.opening(root, OptionalInt.of(wanted), Optional.empty(), true);
            var reply = worker.ask(new WorkerRequest.Perplexity(opening,
                    new PerplexityRequest(text, chosen, wanted, Spans.DEFAULT)), WorkerReply.Perplexity.class);
            print(reply);
        }
        return Exit.DONE;
    }

    private void print(WorkerReply.Perplexity reply) {
        PerplexityResult result = reply.result();
        var artifact = reply.subject().artifact();
        context.ifPresent(wanted -> artifact.contextLength().ifPresent(trained -> {
            if (wanted > trained) {
                root.note("cli.perplexity.cut", wanted, trained, result.contextLength());
            }
        }));
        if (json) {
            root.printJson(Report.of(result, artifact, reply.subject().engine(), reply.seconds()));
        } else {
            root.print(root.text("cli.perplexity.result", String.format(Locale.ROOT, "%.4f", result.perplexity()),
                    result.stderr().isPresent() ? String.format(Locale.ROOT, "%.4f", result.stderr().getAsDouble()) : "–",
                    result.tokens(), result.chunks(), result.contextLength(), result.method().id()));
        }
    }

    /** The answer as {@code --json} gives it. */
    private record Report(double perplexity, OptionalDouble stderr, double nll, long tokens, int chunks, int contextLength,
            String method, OptionalDouble bitsPerByte, OptionalDouble bytePerplexity, OptionalDouble wordPerplexity, double seconds,
            double tokensPerSecond, Artifact artifact, EngineDescription engine) {

        static Report of(PerplexityResult r, Artifact artifact, EngineDescription engine, double seconds) {
            return new Report(r.perplexity(), r.stderr(), r.nll(), r.tokens(), r.chunks(), r.contextLength(), r.method().id(),
                    r.bitsPerByte(), r.bytePerplexity(), r.wordPerplexity(), seconds, r.processed() / seconds, artifact, engine);
        }
    }
}
