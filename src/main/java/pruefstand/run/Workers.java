package pruefstand.run;

import java.util.Optional;
import java.util.function.Supplier;
import pruefstand.model.Source;

/** Gives each variant a worker of its own: the same for its cells in a row, a new one for the next variant or after a death. */
final class Workers implements AutoCloseable {

    private final Supplier<WorkerProcess> start;
    private Optional<Busy> busy = Optional.empty();

    Workers(Supplier<WorkerProcess> start) {
        this.start = start;
    }

    WorkerProcess of(Cell cell) {
        Source source = cell.variant().source();
        if (busy.filter(worker -> worker.source().equals(source)).isEmpty()) {
            leave();
            busy = Optional.of(new Busy(source, start.get()));
        }
        return busy.get().process();
    }

    void leave() {
        busy.ifPresent(worker -> worker.process().close());
        busy = Optional.empty();
    }

    @Override
    public void close() {
        leave();
    }

    private record Busy(Source source, WorkerProcess process) {
    }
}
