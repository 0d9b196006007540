package pruefstand.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.engine.Embedding;
import pruefstand.model.Pooling;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;

/** {@code embed}: lines in, vectors out. */
@Command(name = "embed", description = "One vector for each line of standard input, as JSON Lines.",
        footer = {"", "Example: echo 'Der Gärtner zählt die Töpfe.' | pruefstand embed --model tiny-bert-de-en-embed"})
final class EmbedCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Option(names = "--pooling", paramLabel = "mean|cls|last", description = "how one vector is made of many; default: as the file says")
    private Optional<Pooling> pooling = Optional.empty();

    @Option(names = "--no-normalize", description = "leave vectors as long as they are")
    private boolean raw;

    @Option(names = "--prompt", paramLabel = "P", defaultValue = "", description = "text before every line")
    private String prompt;

    @Option(names = "--json", description = "the only form there is; accepted for scripts that always say it")
    private boolean json;

    private final Root root;

    EmbedCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        List<String> texts = new Input(root).lines().stream().map(line -> prompt + line).toList();
        try (OneModel worker = new OneModel(root)) {
            var opening = model.opening(root, OptionalInt.empty(), pooling, !raw);
            List<Embedding> embeddings = worker.ask(new WorkerRequest.Embed(opening, texts), WorkerReply.Embedded.class).embeddings();
            for (int i = 0; i < embeddings.size(); i++) {
                root.printJson(new Line(i, embeddings.get(i).vector()));
            }
        }
        return Exit.DONE;
    }

    private record Line(int index, float[] embedding) {
    }
}
