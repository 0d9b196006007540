package pruefstand.run;

import java.util.Optional;
import java.util.function.Function;
import pruefstand.model.Variant;

/**
 * Gives each variant a worker of its own: the same for its cells in a row, a new one for the next variant or llama.cpp, or after a
 * death.
 */
final class Workers implements AutoCloseable {

    private final Function<Cell, WorkerProcess> start;
    private Optional<Busy> busy = Optional.empty();

    Workers(Function<Cell, WorkerProcess> start) {
        this.start = start;
    }

    WorkerProcess of(Cell cell) {
        if (busy.filter(worker -> worker.process().isUsable() && worker.variant().equals(cell.variant()) && worker.engine().equals(cell.engine())).isEmpty()) {
            leave();
            busy = Optional.of(new Busy(cell.variant(), cell.engine(), start.apply(cell)));
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

    private record Busy(Variant variant, EngineChoice engine, WorkerProcess process) {
    }
}
