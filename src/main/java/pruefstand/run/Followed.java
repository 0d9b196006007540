package pruefstand.run;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pruefstand.json.Json;
import pruefstand.record.RunRecord;

/** An element that was submitted, and what of its order is still open. */
final class Followed {

    private final ArrayElement element;
    private final ElementOrder order;
    private final List<ElementOrder.Entry> open;
    private Optional<Instant> over = Optional.empty();

    Followed(ArrayElement element, ElementOrder order) {
        this.element = element;
        this.order = order;
        this.open = new ArrayList<>(order.cells());
    }

    ArrayElement element() {
        return element;
    }

    ElementOrder order() {
        return order;
    }

    /** The cells without a record that anybody has taken down. */
    List<ElementOrder.Entry> open() {
        return List.copyOf(open);
    }

    /** A cell with its new record. */
    record Measured(Cell cell, RunRecord record) {
    }

    /** Takes down the records that have come since the last time. */
    List<Measured> collect() {
        List<ElementOrder.Entry> there = open.stream().filter(entry -> Files.exists(entry.record(order.results()))).toList();
        open.removeAll(there);
        return there.stream().map(entry -> {
            RunRecord record = Json.read(entry.record(order.results()), RunRecord.class);
            return new Measured(entry.cell().withKey(record.key()), record);
        }).toList();
    }

    /** Closes cells that will have no record, and returns those that were still open. */
    List<ElementOrder.Entry> close(List<Integer> places) {
        return places.stream().map(order.cells()::get).filter(open::remove).toList();
    }

    /** Whether it has been seen to be over for some time: what it wrote may take a while to be seen here. */
    boolean isOverFor(Duration time, Instant now) {
        over = over.or(() -> Optional.of(now));
        return !over.get().isAfter(now.minus(time));
    }
}
