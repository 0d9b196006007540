package pruefstand.record.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import pruefstand.record.RunRecord;
import pruefstand.record.StoredRecord;
import pruefstand.task.ItemStatistic;

/** The items of many records, read when they are first asked for. Safe to share. */
public final class KeptScores {

    /** Of no record. */
    public static final KeptScores NONE = new KeptScores(List.of());

    private final Map<RunRecord, StoredRecord> stored;
    private final Map<RunRecord, ItemMetrics> read = new ConcurrentHashMap<>();

    public KeptScores(List<StoredRecord> records) {
        this.stored = records.stream().collect(Collectors.toMap(StoredRecord::content, Function.identity(), (one, _) -> one));
    }

    /** The record with its place, where it is one of these. */
    public Optional<StoredRecord> stored(RunRecord run) {
        return Optional.ofNullable(stored.get(run));
    }

    /** A metric by item, where the items give the very number that the record holds. */
    public Optional<ItemStatistic> of(RunRecord run, String metric) {
        return Optional.ofNullable(stored.get(run)).flatMap(record -> switch (read.computeIfAbsent(run, _ -> ItemMetrics.of(record))) {
            case ItemMetrics.Found(var scores) -> ItemMetrics.confirmed(scores, record, metric);
            case ItemMetrics.None _ -> Optional.empty();
        });
    }
}
