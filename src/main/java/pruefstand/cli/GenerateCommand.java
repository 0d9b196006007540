package pruefstand.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.engine.ChatMessage;
import pruefstand.engine.Generation;
import pruefstand.engine.GenerationRequest;
import pruefstand.engine.Prompt;
import pruefstand.engine.Sampling;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.text.Refusal;

/** {@code generate}: text that goes on from a prompt. */
@Command(name = "generate", description = "Text that goes on from a prompt, as it is written.",
        footer = {"", "Example: pruefstand generate --model eval/models/tiny-de-en-m-q8_0.gguf --prompt 'Er ging langsam' -n 24"})
final class GenerateCommand implements Callable<Integer> {

    private static final Pattern LAST_LINE_BREAK = Pattern.compile("\\r?\\n\\z");

    @Mixin
    private ModelOptions model;

    @Mixin
    private SamplingOptions sampling;

    @Option(names = "--prompt", required = true, paramLabel = "P",
            description = "what it goes on from; - is standard input, without the line break at its end")
    private String prompt;

    @Option(names = {"-n", "--tokens"}, paramLabel = "N", description = "most tokens to write; default: 128")
    private OptionalInt tokens = OptionalInt.of(128);

    @Option(names = "--stop", paramLabel = "S", description = "text at which it ends, without being shown; may be given several times")
    private List<String> stops = new ArrayList<>();

    @Option(names = "--chat", description = "the prompt is what a user says; written out by the model's own chat template")
    private boolean chat;

    @Option(names = "--system", paramLabel = "S", description = "what is said before, as the system; with --chat")
    private Optional<String> system = Optional.empty();

    @Option(names = {"-c", "--context"}, paramLabel = "N", description = "tokens the model may look at; default: as trained")
    private OptionalInt context = OptionalInt.empty();

    @Option(names = "--json", description = "one JSON object, when all is written")
    private boolean json;

    private final Root root;

    GenerateCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        GenerationRequest order = order();
        try (OneModel worker = new OneModel(root)) {
            var opening = model.opening(root, context, Optional.empty(), true);
            long start = System.nanoTime();
            var reply = worker.ask(new WorkerRequest.Generate(opening, order), WorkerReply.Generated.class, this::show);
            if (json) {
                root.printJson(Report.of(reply, (System.nanoTime() - start) / 1e9));
            } else {
                root.print("");
            }
        }
        return Exit.DONE;
    }

    private GenerationRequest order() {
        if (stops.contains("")) {
            throw Refusal.input("cli.generate.stop");
        }
        if (system.isPresent() && !chat) {
            throw Refusal.input("cli.generate.system");
        }
        String text = prompt.equals("-") ? LAST_LINE_BREAK.matcher(new Input(root).text(Input.STANDARD_INPUT)).replaceFirst("") : prompt;
        return new GenerationRequest(chat ? conversation(text) : new Prompt.Text(text), tokens.getAsInt(), sampling.sampling(), stops);
    }

    private Prompt conversation(String text) {
        List<ChatMessage> messages = new ArrayList<>();
        system.ifPresent(said -> messages.add(new ChatMessage("system", said)));
        messages.add(new ChatMessage("user", text));
        return new Prompt.Chat(messages);
    }

    private void show(String piece) {
        if (!json) {
            root.terminal().out().print(Harmless.text(piece));
            root.terminal().out().flush();
        }
    }

    /** The answer as {@code --json} gives it. */
    private record Report(String text, int promptTokens, int tokens, String end, OptionalDouble timeToFirstTokenSeconds,
            double seconds, double[] pieceSeconds, Artifact artifact, EngineDescription engine) {

        static Report of(WorkerReply.Generated reply, double seconds) {
            Generation written = reply.generation();
            return new Report(written.text(), written.promptTokens(), written.tokens(),
                    written.end().name().toLowerCase(Locale.ROOT), DoubleStream.of(written.pieceSeconds()).findFirst(), seconds,
                    written.pieceSeconds(), reply.subject().artifact(), reply.subject().engine());
        }
    }
}
