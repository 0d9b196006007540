package pruefstand.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        List<RunRecord> speeds = tonight.stream().filter(SpeedChanges::isSpeed).toList();
        List<MeasuredSeries> all = speeds.isEmpty() ? List.of() : MeasuredSeries.all(records.read(), METRICS);
        Map<String, StepTest> tests = speeds.stream().map(record -> record.host().hostClass()).distinct()
                .collect(Collectors.toMap(Function.identity(), hostClass -> test(all, hostClass)));
        return speeds.stream().flatMap(record -> confirmed(record, tests.get(record.host().hostClass())).stream()).toList();
    }

    /** What the night's first values say about noise; what is measured again would change little. */
    private static StepTest test(List<MeasuredSeries> all, String hostClass) {
        List<MeasuredSeries> here = all.stream().filter(series -> series.key().hostClass().equals(hostClass)).toList();
        return new StepTest(here.size(), SpeedHistory.noise(here));
    }

    static boolean isSpeed(RunRecord record) {
        return record.task().kind() == TaskKind.SPEED && record.status() == Status.OK && !record.guards().marked();
    }

    private List<Regression> confirmed(RunRecord record, StepTest test) {
        List<Judged> judged = judged(record, test);
        int measured = 1;
        while (judged.stream().anyMatch(each -> each.history().kind() == StepVerdict.Kind.SUSPECT)) {
            int more = StepTest.more(measured - 1);
            if (Stream.generate(() -> again.measure(record)).limit(more).takeWhile(Optional::isPresent).count() < more) {
                return List.of();
            }
            measured += more;
            judged = judged(record, test);
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

    private List<Judged> judged(RunRecord record, StepTest test) {
        List<MeasuredSeries> all = MeasuredSeries.all(records.read(), METRICS);
        List<Judged> judged = new ArrayList<>();
        METRICS.forEach(metric -> MeasuredSeries.segmentOf(all, record, metric)
                .ifPresent(segment -> judged.add(new Judged(metric, SpeedHistory.of(segment, test)))));
        return judged;
    }
}
