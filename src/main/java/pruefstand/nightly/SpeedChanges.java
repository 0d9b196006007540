package pruefstand.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.metric.StepTest;
import pruefstand.metric.StepVerdict;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.series.MeasuredSeries;
import pruefstand.record.series.SpeedHistory;
import pruefstand.task.TaskKind;

/**
 * Speeds beside their history. A suspect is measured again at once, and only what stays so is a change.
 *
 * @param records reads everything that was measured
 * @param again measures a cell once more; empty where it did not come to that
 */
record SpeedChanges(Records records, Again again) {

    /** What is judged: both only where a record has them. */
    static final List<String> METRICS = List.of("tg_tokens_per_second", "pp_tokens_per_second");

    /** Reads records. */
    @FunctionalInterface
    interface Records {
        List<RunRecord> read();
    }

    /** Measures the cell of a record once more. */
    @FunctionalInterface
    interface Again {
        Optional<RunRecord> measure(RunRecord cell);
    }

    /** Which of a night's records belong to a step that they confirm, down or up. */
    List<Regression> of(List<RunRecord> tonight) {
        return tonight.stream().filter(SpeedChanges::isSpeed).flatMap(record -> confirmed(record).stream()).toList();
    }

    static boolean isSpeed(RunRecord record) {
        return record.task().kind() == TaskKind.SPEED && record.status() == Status.OK && !record.guards().marked();
    }

    private List<Regression> confirmed(RunRecord record) {
        List<Judged> judged = judged(record);
        int measured = 1;
        while (judged.stream().anyMatch(each -> each.history().kind() == StepVerdict.Kind.SUSPECT)) {
            // The first suspicion costs two: how far they lie apart tells what measuring again is worth.
            int more = measured == 1 ? 2 : 1;
            if (Stream.generate(() -> again.measure(record)).limit(more).takeWhile(Optional::isPresent).count() < more) {
                return List.of();
            }
            measured += more;
            judged = judged(record);
        }
        return judged.stream().flatMap(each -> each.changes(record)).toList();
    }

    private record Judged(String metric, SpeedHistory history) {

        Stream<Regression> changes(RunRecord tonight) {
            return history.steps().stream().filter(step -> step.found().records().stream().anyMatch(record -> record.run().equals(tonight.run())))
                    .map(step -> Regression.of(tonight, metric, step.before(), step.after(),
                            new Regression.Stepped(step.share(), step.found().records().size())));
        }
    }

    private List<Judged> judged(RunRecord record) {
        List<MeasuredSeries> here = MeasuredSeries.all(records.read(), METRICS).stream()
                .filter(series -> series.key().hostClass().equals(record.host().hostClass())).toList();
        StepTest test = new StepTest(here.size(), SpeedHistory.noise(here));
        List<Judged> judged = new ArrayList<>();
        METRICS.forEach(metric -> MeasuredSeries.segmentOf(here, record, metric)
                .ifPresent(segment -> judged.add(new Judged(metric, SpeedHistory.of(segment, test)))));
        return judged;
    }
}
