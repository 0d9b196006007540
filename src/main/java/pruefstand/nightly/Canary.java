package pruefstand.nightly;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pruefstand.model.Source;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.run.Cell;
import pruefstand.task.TaskKind;

/**
 * The quality that is measured once more although nothing about it is new: the same key has to give the same numbers to the last bit.
 * Each night another, the one that was measured longest ago; none twice within {@code speed_every}, and so none in a night in
 * which no speed is old either. Servers promise no such thing and are left out.
 *
 * @param records everything that was measured before, in any order
 */
record Canary(List<RunRecord> records) {

    /** The cell whose turn it is, of all that can be measured now; ties by name. */
    Optional<Cell> next(Supplier<List<Cell>> cells, Instant now, Duration every) {
        Map<String, Instant> newest = records.stream().filter(record -> record.status() == Status.OK)
                .collect(Collectors.toMap(RunRecord::key, RunRecord::started, (a, b) -> a.isAfter(b) ? a : b));
        Instant longAgo = now.minus(every);
        if (newest.values().stream().noneMatch(longAgo::isAfter) || lastRepetition().filter(longAgo::isBefore).isPresent()) {
            return Optional.empty();
        }
        return cells.get().stream().filter(cell -> newest.containsKey(cell.key()) && !cell.task().definition().isTimed()
                && !(cell.variant().source() instanceof Source.Server)).min(Comparator.comparing((Cell cell) -> newest.get(cell.key()))
                        .thenComparing(Cell::title)).filter(cell -> !newest.get(cell.key()).isAfter(longAgo));
    }

    /** When a quality was last measured whose key had been measured before. */
    private Optional<Instant> lastRepetition() {
        TreeSet<String> seen = new TreeSet<>();
        return records.stream().filter(record -> record.status() == Status.OK && record.task().kind() != TaskKind.SPEED)
                .sorted(Comparator.comparing(RunRecord::started)).filter(record -> !seen.add(record.model() + ":" + record.variant() + " " + record.key()))
                .map(RunRecord::started).reduce((_, later) -> later);
    }

    /** Where a repetition differs from what the same key gave before; also where it failed or lost a number. */
    List<Regression> differences(RunRecord again) {
        return records.stream().filter(record -> record.key().equals(again.key()) && record.status() == Status.OK)
                .max(Comparator.comparing(RunRecord::started)).map(before -> differences(before, again)).orElse(List.of());
    }

    private static List<Regression> differences(RunRecord before, RunRecord again) {
        return before.metrics().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .flatMap(metric -> again.metric(metric.getKey()).filter(now -> now.value() != metric.getValue().value())
                        .map(now -> Regression.of(again, metric.getKey(), metric.getValue().value(), now.value(),
                                new Regression.NotRepeated(before.run()))).stream()).toList();
    }
}
