package pruefstand.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything that was measured so far.
 *
 * @param records oldest first
 * @param unreadable files that are no records, each with what is wrong
 */
public record History(List<StoredRecord> records, List<String> unreadable) {

    public History {
        records = List.copyOf(records);
        unreadable = List.copyOf(unreadable);
    }

    /** The newest record that a condition holds for. */
    public Optional<StoredRecord> newest(Predicate<RunRecord> condition) {
        return records.reversed().stream().filter(stored -> condition.test(stored.content())).findFirst();
    }
}
