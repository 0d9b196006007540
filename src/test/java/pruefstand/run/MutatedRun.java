package pruefstand.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Source;
import pruefstand.model.gguf.GgufArtifact;
import pruefstand.model.gguf.GgufHeader;
import pruefstand.model.onnx.OnnxArtifact;
import pruefstand.model.onnx.OnnxExport;
import pruefstand.task.Progress;
import pruefstand.task.Spans;
import pruefstand.task.perplexity.PerplexityMethod;
import pruefstand.task.perplexity.PerplexityRequest;
import pruefstand.text.Refusal;

/** Gives models that may be broken first to the readers in Java, then to a worker, and counts what comes of it. */
final class MutatedRun implements AutoCloseable {

    private static final int SECONDS = 60;
    private static final int CONTEXT = 64;

    private final Home home;
    private final Path folder;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private WorkerProcess worker;
    int refusedByReader;
    int refusedByWorker;
    int ran;
    int died;
    int broken;
    double lastSeconds;

    MutatedRun(Home home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** Whether the readers let a model pass; what is no refusal is thrown. */
    boolean isRead(Path model) {
        try {
            if (Files.isDirectory(model)) {
                OnnxArtifact.of(OnnxExport.read(model));
            } else {
                GgufArtifact.of(model, GgufHeader.read(model));
            }
            return true;
        } catch (Refusal e) {
            refusedByReader++;
            return false;
        }
    }

    /** Lets a worker open a model and make something of a short text. */
    WorkerReply run(Path model) {
        if (worker == null) {
            worker = WorkerProcess.start(home, folder.resolve("worker.log"));
        }
        long pid = worker.pid();
        long start = System.nanoTime();
        var late = clock.schedule(() -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly), SECONDS, TimeUnit.SECONDS);
        WorkerReply reply = worker.ask(request(model), Progress.SILENT);
        late.cancel(false);
        lastSeconds = (System.nanoTime() - start) / 1e9;
        count(reply);
        return reply;
    }

    private void count(WorkerReply reply) {
        switch (reply) {
            case WorkerReply.Refused _ -> refusedByWorker++;
            case WorkerReply.Died _ -> {
                died++;
                worker.close();
                worker = null;
            }
            case WorkerReply.Broken _ -> broken++;
            case WorkerReply.Step _, WorkerReply.Measured _, WorkerReply.Perplexity _, WorkerReply.Benched _, WorkerReply.Embedded _,
                    WorkerReply.Piece _, WorkerReply.Generated _, WorkerReply.Scored _, WorkerReply.Compared _, WorkerReply.Reranked _ -> ran++;
        }
    }

    private WorkerRequest request(Path model) {
        Source source = Files.isDirectory(model) ? new Source.OnnxFolder(model) : new Source.LocalFile(model);
        Opening opening = new Opening(source, new EngineSettings(1, OptionalInt.of(CONTEXT), Optional.empty(), true), home.folder(),
                Optional.empty());
        String text = "Der Gärtner zählt am Abend die Töpfe im Hof, und keiner fehlt. ".repeat(12);
        return Files.isDirectory(model) ? new WorkerRequest.Embed(opening, List.of("Ein Satz.", "Noch einer."))
                : new WorkerRequest.Perplexity(opening, new PerplexityRequest(text, PerplexityMethod.LLAMA_CPP, CONTEXT, Spans.DEFAULT));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (worker != null) {
            worker.close();
        }
    }
}
