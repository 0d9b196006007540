package pruefstand.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Source;
import pruefstand.task.speed.BenchOrder;

/** A small model that comes with the program and shows by its speed how fast the machine is just now; in a worker of its own. */
final class ReferenceModel implements AutoCloseable {

    private static final String FILE = "eval/models/tiny-de-en-m-f16.gguf";
    // Several would wait for each other in a spin where others keep the machine busy, which is the moment to be measured.
    private static final int THREADS = 1;
    private static final BenchOrder ORDER = new BenchOrder(List.of(), List.of(BenchOrder.DEFAULT_GENERATE), List.of(0),
            List.of(BenchOrder.DEFAULT_BATCH), 3);

    private final Path file;
    private final WorkerRequest request;
    private final Supplier<WorkerProcess> start;
    private Optional<WorkerProcess> worker = Optional.empty();

    ReferenceModel(Home home, Optional<Path> nativeLibrary, Supplier<WorkerProcess> start) {
        this.file = home.folder().resolve(FILE);
        this.request = new WorkerRequest.Bench(
                new Opening(new Source.LocalFile(file), EngineSettings.withThreads(THREADS), home.folder(), nativeLibrary), ORDER);
        this.start = start;
    }

    /** Median of generated tokens a second; empty where the model is not there or does not run. */
    OptionalDouble tokensPerSecond() {
        if (!Files.isRegularFile(file)) {
            return OptionalDouble.empty();
        }
        if (worker.isEmpty()) {
            worker = Optional.of(start.get());
        }
        if (worker.get().ask(request, (_, _) -> { }) instanceof WorkerReply.Benched benched) {
            return OptionalDouble.of(benched.results().getFirst().tokensPerSecond().median());
        }
        close();
        return OptionalDouble.empty();
    }

    @Override
    public void close() {
        worker.ifPresent(WorkerProcess::close);
        worker = Optional.empty();
    }
}
