package pruefstand.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.record.History;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;
import pruefstand.task.TaskKind;

/** Tells which cells are due, and why: all that have no good record, and speeds when that is too old. */
final class Dues {

    private final Map<List<String>, List<RunRecord>> records;
    private final Instant now;
    private final Optional<Duration> speedEvery;
    private final boolean asked;

    /**
     * Judges by a history.
     *
     * @param now by this machine's clock; a record that began later, since the clock was set back, is no new one
     * @param speedEvery speeds whose newest record is older are due; empty: none is for its age
     * @param asked whether everything is due
     */
    Dues(History history, Instant now, Optional<Duration> speedEvery, boolean asked) {
        this.records = history.records().stream().map(StoredRecord::content)
                .collect(Collectors.groupingBy(record -> List.of(record.key(), record.model(), record.variant())));
        this.now = now;
        this.speedEvery = speedEvery;
        this.asked = asked;
    }

    Optional<Due> of(Cell cell) {
        List<RunRecord> same = records.getOrDefault(List.of(cell.key(), cell.model().name(), cell.variant().name()), List.of());
        List<RunRecord> settled = same.stream().filter(Dues::isFinal).toList();
        if (asked) {
            return Optional.of(Due.ASKED);
        }
        if (settled.isEmpty()) {
            return Optional.of(same.isEmpty() ? Due.MISSING : Due.FAILED);
        }
        boolean isSpeed = cell.task().definition().kind() == TaskKind.SPEED;
        return speedEvery.filter(_ -> isSpeed).filter(age -> isOld(settled, age)).map(_ -> Due.OLD);
    }

    private boolean isOld(List<RunRecord> settled, Duration age) {
        List<RunRecord> measured = settled.stream().filter(record -> record.status() == Status.OK).toList();
        return !measured.isEmpty() && measured.stream().map(RunRecord::started)
                .noneMatch(started -> started.isAfter(now.minus(age)) && !started.isAfter(now));
    }

    /** What cannot be right or was refused will be so again; a worker that died may have had bad luck. */
    private static boolean isFinal(RunRecord record) {
        return record.status() != Status.FAILED
                || record.failure().map(Failure::kind).filter(FailureKind.INVALID::equals).isPresent();
    }
}
