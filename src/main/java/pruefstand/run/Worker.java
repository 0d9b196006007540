package pruefstand.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.json.Json;
import pruefstand.model.Artifact;
import pruefstand.model.FileHashes;
import pruefstand.model.Source;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.evaluate.Evaluators;
import pruefstand.task.perplexity.Perplexity;
import pruefstand.task.perplexity.PerplexityResult;
import pruefstand.task.speed.Bench;
import pruefstand.text.Refusal;

/**
 * The process in which models run: requests as lines on standard input, replies as lines on standard output, everything else
 * on standard error. It ends when its input ends, at once, whatever it is doing: its parent is gone.
 */
public final class Worker {

    private final PrintStream replies;
    private final Engines engines = new Engines();
    private final FileHashes hashes = FileHashes.ofThisUser();
    private Optional<OpenModel> open = Optional.empty();

    private Worker(PrintStream replies) {
        this.replies = replies;
    }

    /** Started by {@link WorkerProcess} only. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream replies = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Worker worker = new Worker(replies);
        BlockingQueue<String> requests = readUntilTheParentIsGone(System.in);
        while (true) {
            worker.answer(requests.take());
        }
    }

    private static BlockingQueue<String> readUntilTheParentIsGone(InputStream in) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException e) {
                System.err.println("the parent's requests cannot be read any more: " + e.getMessage());
            }
            Runtime.getRuntime().halt(0);
        });
        return lines;
    }

    private void answer(String line) {
        WorkerReply reply;
        try {
            reply = reply(Json.read(line, "request", WorkerAsk.class).request());
        } catch (Refusal e) {
            reply = new WorkerReply.Refused(e.kind(), e.what());
        } catch (RuntimeException e) {
            e.printStackTrace();
            reply = new WorkerReply.Broken(e.toString());
        }
        say(reply);
    }

    private WorkerReply reply(WorkerRequest request) {
        return switch (request) {
            case WorkerRequest.Evaluate evaluate -> evaluate(evaluate);
            case WorkerRequest.Perplexity(Opening opening, var order) -> {
                Engine engine = open(opening);
                TokenScorer scorer = engine.scorer().orElseThrow(() -> Refusal.input("run.no-scorer", engine.artifact().file()));
                long start = System.nanoTime();
                PerplexityResult result = Perplexity.measure(scorer, order, steps());
                yield new WorkerReply.Perplexity(result, (System.nanoTime() - start) / 1e9, subject(engine));
            }
            case WorkerRequest.Bench(Opening opening, var order) -> {
                Engine engine = open(opening);
                yield new WorkerReply.Benched(Bench.run(engine, order, steps()), subject(engine));
            }
            case WorkerRequest.Embed(Opening opening, var texts) -> {
                Engine engine = open(opening);
                yield new WorkerReply.Embedded(engine.encoder()
                        .orElseThrow(() -> Refusal.input("run.no-encoder", engine.artifact().file())).embed(texts));
            }
            case WorkerRequest.Rerank(Opening opening, var query, var documents) -> {
                Engine engine = open(opening);
                yield new WorkerReply.Reranked(engine.reranker()
                        .orElseThrow(() -> Refusal.input("run.no-reranker", engine.artifact().file())).rerank(query, documents));
            }
        };
    }

    private WorkerReply evaluate(WorkerRequest.Evaluate request) {
        Task task = request.task();
        EngineSettings settings = Evaluators.settingsFor(task.definition(), request.opening().settings());
        Engine engine = open(request.opening().with(settings));
        Outcome outcome = Evaluators.evaluate(task, request.prompts(), engine, steps());
        return new WorkerReply.Measured(outcome, subject(engine));
    }

    private Engine open(Opening opening) {
        PeakMemory.forget();
        if (open.filter(model -> model.opening().equals(opening)).isEmpty()) {
            open.ifPresent(model -> model.engine().close());
            open = Optional.empty();
            open = Optional.of(new OpenModel(opening, engines.open(opening)));
        }
        return open.get().engine();
    }

    private WorkerReply.Subject subject(Engine engine) {
        OptionalLong peak = PeakMemory.bytes();
        return new WorkerReply.Subject(hashed(engine.artifact()), engine.description(), peak);
    }

    private Artifact hashed(Artifact artifact) {
        return switch (open.orElseThrow().opening().source()) {
            case Source.WordVectors(Path file) -> artifact.withSha256(hashes.sha256(file));
            case Source.LocalFile(Path file) -> artifact.withSha256(hashes.sha256(file));
            case Source.OnnxFolder(Path folder) -> artifact.withSha256(hashes.sha256(OnnxExport.read(folder).modelFiles()));
            case Source.Baseline _, Source.HubFile _, Source.Server _ -> artifact;
        };
    }

    private Progress steps() {
        return (done, total) -> say(new WorkerReply.Step(done, total));
    }

    private void say(WorkerReply reply) {
        replies.println(Json.write(new WorkerLine(reply)));
    }

    private record OpenModel(Opening opening, Engine engine) {
    }
}
