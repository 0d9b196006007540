package pruefstand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import pruefstand.run.WorkerProcess;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.task.Progress;
import pruefstand.text.Refusal;

/** A worker for a command that asks one model something; gone with its log when the command ends. */
final class OneModel implements AutoCloseable {

    private final Path folder;
    private final WorkerProcess worker;
    private final Thread goesWithTheProgram;

    OneModel(Root root) {
        try {
            this.folder = Files.createTempDirectory("pruefstand");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.worker = WorkerProcess.start(root.home(), folder.resolve("worker.log"));
        this.goesWithTheProgram = Thread.ofPlatform().unstarted(this::delete);
        Runtime.getRuntime().addShutdownHook(goesWithTheProgram);
    }

    /**
     * Asks and returns the answer, which is of the type that belongs to the request.
     *
     * @throws Refusal if the worker refuses or dies
     */
    <T extends WorkerReply> T ask(WorkerRequest request, Class<T> answer) {
        return ask(request, answer, _ -> { });
    }

    /**
     * Asks, hands on what is being written, and returns the answer.
     *
     * @throws Refusal if the worker refuses or dies
     */
    <T extends WorkerReply> T ask(WorkerRequest request, Class<T> answer, Consumer<String> pieces) {
        WorkerReply reply = worker.ask(request, Progress.SILENT, pieces);
        return switch (reply) {
            case WorkerReply.Refused(var kind, var what) -> throw Refusal.of(kind, what);
            case WorkerReply.Died(var failure, var _) -> throw Refusal.input("cli.worker.died",
                    failure.signal().orElse(failure.kind().toString()), String.join("\n  ", failure.log()));
            case WorkerReply.Broken(var error) -> throw new IllegalStateException("in the worker: " + error);
            case WorkerReply.Step _, WorkerReply.Measured _, WorkerReply.Perplexity _, WorkerReply.Benched _,
                    WorkerReply.Embedded _, WorkerReply.Piece _, WorkerReply.Generated _, WorkerReply.Reranked _, WorkerReply.Scored _,
                    WorkerReply.Compared _ -> answer.cast(reply);
        };
    }

    @Override
    public void close() {
        worker.close();
        try {
            Runtime.getRuntime().removeShutdownHook(goesWithTheProgram);
        } catch (IllegalStateException _) {
            return; // the program is ending, and the hook does the rest
        }
        delete();
    }

    private void delete() {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
