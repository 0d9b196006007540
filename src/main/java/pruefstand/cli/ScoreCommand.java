package pruefstand.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pruefstand.engine.Continuation;
import pruefstand.engine.ContinuationScore;
import pruefstand.json.Json;
import pruefstand.json.JsonException;
import pruefstand.run.Opening;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.text.Refusal;

/** {@code score}: continuations after their contexts in, log-likelihoods out. */
@Command(name = "score", description = {"Log-likelihoods of continuations after a context, as JSON Lines.",
    "Continuations of one context that stand near each other are computed together, which is quicker."},
        footer = {"", "Example: echo '{\"context\": \"Der Gärtner ging in den\", \"continuation\": \" Garten\"}'"
                + " | pruefstand score --model tiny-de-en-m"})
final class ScoreCommand implements Callable<Integer> {

    /** Scored at once: enough to fill an engine's batches, few enough for answers to come while input is read. */
    private static final int CHUNK = 256;

    @Mixin
    private ModelOptions model;

    @Option(names = {"-c", "--context"}, paramLabel = "N",
            description = "tokens the model may look at; default: what it was trained for. What does not fit is cut on the left")
    private OptionalInt context = OptionalInt.empty();

    @Option(names = "--json", description = "the only form there is; accepted for scripts that always say it")
    private boolean json;

    private final Root root;

    ScoreCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Opening opening = model.opening(root, context, Optional.empty(), true);
        try (LineNumberReader lines = lines()) {
            // What is wrong with the first lines is said before a model is loaded.
            List<Continuation> first = next(lines);
            if (!first.isEmpty()) {
                score(opening, first, lines);
            }
        } catch (CharacterCodingException e) {
            throw Refusal.input("cli.not-utf-8", Input.STANDARD_INPUT.toString()).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Exit.DONE;
    }

    private void score(Opening opening, List<Continuation> first, LineNumberReader lines) throws IOException {
        try (OneModel worker = new OneModel(root)) {
            for (List<Continuation> chunk = first; !chunk.isEmpty(); chunk = next(lines)) {
                worker.ask(new WorkerRequest.Score(opening, chunk), WorkerReply.Scored.class).scores()
                        .forEach(score -> root.printJson(Answer.of(score)));
            }
        }
    }

    private LineNumberReader lines() {
        return new LineNumberReader(new BufferedReader(
                new InputStreamReader(root.terminal().in(), StandardCharsets.UTF_8.newDecoder())));
    }

    private static List<Continuation> next(LineNumberReader lines) throws IOException {
        List<Continuation> chunk = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                chunk.add(continuation(line, lines.getLineNumber()));
            }
            if (chunk.size() == CHUNK) {
                break;
            }
        }
        return chunk;
    }

    private static Continuation continuation(String text, int number) {
        try {
            Line line = Json.readLine(text, Input.STANDARD_INPUT.toString(), number, Line.class);
            return Optional.ofNullable(line).flatMap(Line::whole)
                    .orElseThrow(() -> Refusal.input("cli.score.line", Input.STANDARD_INPUT + ":" + number));
        } catch (JsonException e) {
            throw Refusal.input("cli.score.line", e.getMessage()).because(e);
        }
    }

    private record Line(String context, String continuation) {

        Optional<Continuation> whole() {
            return context == null || continuation == null || continuation.isEmpty() ? Optional.empty()
                    : Optional.of(new Continuation(context, continuation));
        }
    }

    private record Answer(double loglikelihood, int tokens, boolean greedy) {

        static Answer of(ContinuationScore score) {
            return new Answer(score.logLikelihood(), score.tokens(), score.greedy());
        }
    }
}
