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
import pruefstand.engine.Ability;
import pruefstand.engine.Engine;
import pruefstand.engine.EngineException;
import pruefstand.engine.EngineSettings;
import pruefstand.engine.TokenScorer;
import pruefstand.engine.journal.FileJournal;
import pruefstand.engine.journal.JournalledEngine;
import pruefstand.json.Json;
import pruefstand.model.Artifact;
import pruefstand.model.EngineDescription;
import pruefstand.model.FileHashes;
import pruefstand.model.Source;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.task.Evaluation;
import pruefstand.task.Outcome;
import pruefstand.task.Progress;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.task.evaluate.Evaluators;
import pruefstand.task.kld.ComparedModel;
import pruefstand.task.kld.KlDivergence;
import pruefstand.task.kld.KldResult;
import pruefstand.task.perplexity.Perplexity;
import pruefstand.task.perplexity.PerplexityResult;
import pruefstand.task.speed.Bandwidth;
import pruefstand.task.speed.Bench;
import pruefstand.task.speed.Roofline;
import pruefstand.text.Message;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

/**
 * The process in which models run: requests as lines on standard input, replies as lines on standard output, everything else
 * on standard error. It ends when its input ends, at once, whatever it is doing: its parent is gone.
 */
public final class Worker {

    private final PrintStream replies;
    private final FileHashes hashes = FileHashes.ofThisUser();
    private final Engines engines = new Engines(hashes);
    private Optional<OpenModel> open = Optional.empty();
    private Optional<Bandwidth> bandwidth = Optional.empty();
    private boolean shutIn;

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
            WorkerRequest request = Json.read(line, "request", WorkerAsk.class).request();
            shutIn(request);
            reply = reply(request);
        } catch (Refusal e) {
            reply = new WorkerReply.Refused(e.kind(), e.what());
        } catch (EngineException e) {
            e.printStackTrace();
            reply = new WorkerReply.Refused(RefusalKind.INPUT, Message.of("run.engine-failed", String.valueOf(e.getMessage()).strip()));
        } catch (RuntimeException e) {
            e.printStackTrace();
            reply = new WorkerReply.Broken(e.toString());
        } catch (LinkageError | OutOfMemoryError e) {
            e.printStackTrace();
            reply = Shortage.of(e).<WorkerReply>map(refusal -> new WorkerReply.Refused(refusal.kind(), refusal.what()))
                    .orElseGet(() -> new WorkerReply.Broken(e.toString()));
        }
        say(reply);
    }

    /** Before anything is opened; who asks a worker about a server has it for that server alone. */
    private void shutIn(WorkerRequest request) {
        if (!shutIn && request.openings().stream().noneMatch(opening -> opening.source() instanceof Source.Server)) {
            shutIn = true;
            System.err.println(Network.ofThisProcess().take() ? "network: off" : "network: on, this system does not take it away");
        }
    }

    private WorkerReply reply(WorkerRequest request) {
        return switch (request) {
            case WorkerRequest.Evaluate evaluate -> evaluate(evaluate);
            case WorkerRequest.Perplexity(Opening opening, var order) -> {
                Engine engine = open(opening);
                TokenScorer scorer = engine.scorer().orElseThrow(() -> lacking(engine, Ability.TOKEN_SCORES, "run.no-scorer"));
                long start = System.nanoTime();
                PerplexityResult result = Perplexity.measure(scorer, order, steps());
                yield new WorkerReply.Perplexity(result, (System.nanoTime() - start) / 1e9, subject(engine));
            }
            case WorkerRequest.Bench(Opening opening, var order) -> {
                Bandwidth bandwidth = bandwidth(opening);
                Engine engine = open(opening);
                yield new WorkerReply.Benched(Bench.run(engine, order, steps()), bandwidth, subject(engine));
            }
            case WorkerRequest.Embed(Opening opening, var texts) -> {
                Engine engine = open(opening);
                yield new WorkerReply.Embedded(engine.encoder()
                        .orElseThrow(() -> lacking(engine, Ability.EMBEDDINGS, "run.no-encoder")).embed(texts));
            }
            case WorkerRequest.Generate(Opening opening, var order) -> {
                Engine engine = open(opening);
                yield new WorkerReply.Generated(engine.generator()
                        .orElseThrow(() -> lacking(engine, Ability.GENERATION, "run.no-generator"))
                        .generate(order, piece -> say(new WorkerReply.Piece(piece))), subject(engine));
            }
            case WorkerRequest.Compare compare -> compare(compare);
            case WorkerRequest.Score(Opening opening, var continuations) -> {
                Engine engine = open(opening);
                yield new WorkerReply.Scored(engine.continuations()
                        .orElseThrow(() -> lacking(engine, Ability.CONTINUATIONS, "run.no-scorer")).score(continuations));
            }
            case WorkerRequest.Rerank(Opening opening, var query, var documents) -> {
                Engine engine = open(opening);
                yield new WorkerReply.Reranked(engine.reranker()
                        .orElseThrow(() -> lacking(engine, Ability.RERANKING, "run.no-reranker")).rerank(query, documents));
            }
        };
    }

    /** What the engine itself says about it, else what is said of any. */
    private static Refusal lacking(Engine engine, Ability ability, String key) {
        return engine.whyNot(ability).map(why -> Refusal.of(RefusalKind.INPUT, why))
                .orElseGet(() -> Refusal.input(key, engine.artifact().file()));
    }

    private WorkerReply evaluate(WorkerRequest.Evaluate request) {
        Task task = request.task();
        EngineSettings settings = Evaluators.settingsFor(task.definition(), request.opening().settings());
        if (task.definition().kind() != TaskKind.SPEED || task.definition().files().prompts().isPresent()) {
            return evaluated(request, settings);
        }
        Bandwidth bandwidth = bandwidth(request.opening());
        WorkerReply.Measured measured = evaluated(request, settings);
        return new WorkerReply.Measured(Roofline.addedTo(measured.outcome(), bandwidth), measured.subject());
    }

    /** Before the model is opened: the peak of memory counts from then on. */
    private Bandwidth bandwidth(Opening opening) {
        if (bandwidth.isEmpty()) {
            bandwidth = Optional.of(MemoryBandwidth.measure(opening.settings().threads()));
        }
        return bandwidth.get();
    }

    private WorkerReply.Measured evaluated(WorkerRequest.Evaluate request, EngineSettings settings) {
        Engine engine = open(request.opening().with(settings));
        Optional<FileJournal> journal = request.journal().flatMap(FileJournal::open);
        try {
            Outcome outcome = outcome(request, journal.<Engine>map(kept -> new JournalledEngine(engine, kept)).orElse(engine));
            return new WorkerReply.Measured(outcome, subject(engine).after(journal.map(FileJournal::earlierSeconds).orElse(0.0)));
        } finally {
            journal.ifPresent(FileJournal::close);
        }
    }

    private Outcome outcome(WorkerRequest.Evaluate request, Engine engine) {
        return request.companion().map(other -> evaluateBeside(request.task(), other, engine))
                .orElseGet(() -> Evaluators.evaluate(request.task(), request.prompts(), engine, steps()));
    }

    private Outcome evaluateBeside(Task task, Opening of, Engine engine) {
        try (Engine companion = engines.open(of)) {
            Outcome outcome = Evaluators.evaluateBeside(task, companion, engine, steps());
            return outcome instanceof Evaluation numbers ? hashed(companion.artifact(), of.source()).sha256()
                    .map(sha256 -> numbers.with("base_sha256", sha256)).orElse(numbers) : outcome;
        }
    }

    private WorkerReply compare(WorkerRequest.Compare request) {
        Engine candidate = open(request.opening());
        try (Engine base = engines.open(request.base())) {
            KlDivergence comparison = new KlDivergence(ComparedModel.of(base), ComparedModel.of(candidate));
            long start = System.nanoTime();
            KldResult result = comparison.measure(request.order(), steps());
            return new WorkerReply.Compared(result, (System.nanoTime() - start) / 1e9, subject(candidate),
                    hashed(base.artifact(), request.base().source()));
        }
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
        Source source = open.orElseThrow().opening().source();
        OptionalLong peak = source instanceof Source.Server ? OptionalLong.empty() : PeakMemory.bytes();
        return new WorkerReply.Subject(hashed(engine.artifact(), source), hashed(engine.description()), peak, 0);
    }

    private EngineDescription hashed(EngineDescription description) {
        return open.orElseThrow().opening().settings().adapter()
                .map(adapter -> description.with("lora_sha256", hashes.sha256(adapter.file()))).orElse(description);
    }

    private Artifact hashed(Artifact artifact, Source source) {
        return switch (source) {
            case Source.WordVectors(Path file) -> artifact.withSha256(hashes.sha256(file));
            case Source.LocalFile(Path file) -> artifact.withSha256(hashes.sha256(file));
            case Source.OnnxFolder(Path folder) -> artifact.withSha256(hashes.sha256(OnnxExport.read(folder).modelFiles()));
            case Source.HubFile hub -> artifact.withFile(hub.baseName()).withSha256(hashes.sha256(hub.place().orElseThrow()));
            case Source.Baseline _, Source.Server _ -> artifact;
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
