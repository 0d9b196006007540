package pruefstand.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.text.Refusal;

/** {@code rerank}: queries with documents in, scores out. */
@Command(name = "rerank", description = "Scores of documents for a query, higher for what fits better; JSON Lines in, JSON Lines out.",
        footer = {"", "Example: echo '{\"query\": \"Wer prüft?\", \"documents\": [\"Die Behörde prüft.\", \"Es regnet.\"]}'"
                + " | pruefstand rerank --model tiny-bert-de-en-cross"})
final class RerankCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Option(names = "--json", description = "the only form there is; accepted for scripts that always say it")
    private boolean json;

    private final Root root;

    RerankCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        List<Question> questions = questions();
        var opening = model.opening(root, OptionalInt.empty(), Optional.empty(), true);
        try (OneModel worker = new OneModel(root)) {
            for (Question question : questions) {
                var request = new WorkerRequest.Rerank(opening, question.query(), question.documents());
                root.printJson(new Answer(worker.ask(request, WorkerReply.Reranked.class).scores()));
            }
        }
        return Exit.DONE;
    }

    private List<Question> questions() {
        try (Stream<Question> lines = Json.lines(typed(), "-", Question.class)) {
            List<Question> questions = lines.toList();
            for (int i = 0; i < questions.size(); i++) {
                if (!questions.get(i).isWhole()) {
                    throw Refusal.input("cli.rerank.line", "-: " + (i + 1));
                }
            }
            return questions;
        } catch (JsonException e) {
            throw Refusal.input("cli.rerank.line", e.getMessage()).because(e);
        }
    }

    private InputStream typed() {
        return new ByteArrayInputStream(new Input(root).text(Input.STANDARD_INPUT).getBytes(StandardCharsets.UTF_8));
    }

    private record Question(String query, List<String> documents) {

        boolean isWhole() {
            return query != null && documents != null && documents.stream().noneMatch(document -> document == null);
        }
    }

    private record Answer(double[] scores) {
    }
}
