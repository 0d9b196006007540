package pruefstand.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pruefstand.model.Variant;
import pruefstand.record.History;
import pruefstand.record.RunRecord;

/**
 * Which cells come first where time is short: never measured, then of models reviewed lately, then the oldest. What a night has no
 * time for stays what it is, or is the oldest the next night, and so comes first then. Cells of a variant stay together, since
 * opening a model takes time.
 */
final class DueOrder {

    private final Map<List<String>, Instant> newest = new HashMap<>();
    private final Set<String> reviewedLately;

    /**
     * An order.
     *
     * @param reviewedLately names and aliases under which models were reviewed lately
     */
    DueOrder(History history, Set<String> reviewedLately) {
        this.reviewedLately = Set.copyOf(reviewedLately);
        history.records().forEach(stored -> newest.put(place(stored.content()), stored.content().started()));
    }

    /** The same cells, the most wanted first. */
    List<PlannedCell> sorted(List<PlannedCell> cells) {
        Map<Variant, Instant> oldest = cells.stream().map(PlannedCell::cell).filter(this::isMeasured)
                .collect(Collectors.toMap(Cell::variant, cell -> newest.get(place(cell)), (a, b) -> a.isBefore(b) ? a : b));
        return cells.stream().sorted(Comparator.comparingInt((PlannedCell planned) -> rank(planned.cell()))
                .thenComparing(planned -> rank(planned.cell()) < 2 ? Instant.MIN : oldest.get(planned.cell().variant()))).toList();
    }

    private int rank(Cell cell) {
        if (!isMeasured(cell)) {
            return 0;
        }
        return reviewedLately.contains(cell.model().name()) || cell.model().aliases().stream().anyMatch(reviewedLately::contains) ? 1 : 2;
    }

    private boolean isMeasured(Cell cell) {
        return newest.containsKey(place(cell));
    }

    private static List<String> place(Cell cell) {
        return List.of(cell.model().name(), cell.variant().name(), cell.task().name());
    }

    private static List<String> place(RunRecord record) {
        return List.of(record.model(), record.variant(), record.task().name());
    }
}
