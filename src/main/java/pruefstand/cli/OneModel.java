package pruefstand.cli;

import java.util.function.Consumer;
import pruefstand.model.PassingFolder;
import pruefstand.run.WorkerProcess;
import pruefstand.run.WorkerReply;
import pruefstand.run.WorkerRequest;
import pruefstand.task.Progress;
import pruefstand.text.Refusal;

/** A worker for a command that asks one model something; gone with its log when the command ends. */
final class OneModel implements AutoCloseable {

    private final PassingFolder folder = PassingFolder.make("pruefstand");
    private final WorkerProcess worker;

    OneModel(Root root) {
        this.worker = WorkerProcess.start(root.home(), folder.path().resolve("worker.log"));
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
        folder.close();
    }
}
