package pruefstand.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pruefstand.metric.Estimate;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;

/**
 * A number that is another than the time before, of the same task's version and data, the same variant and class of machines.
 *
 * @param metric that stands for the task
 * @param before the earlier run
 * @param now this run
 * @param finding whether it is a difference: the first is the earlier one
 */
record Change(String metric, RunRecord before, RunRecord now, Verdicts.Finding finding) {

    boolean isReal() {
        return Verdicts.isReal(finding);
    }

    boolean isBetter() {
        return finding == Verdicts.Finding.SECOND || finding == Verdicts.Finding.SECOND_BY_INTERVAL;
    }

    Estimate first() {
        return before.metric(metric).orElseThrow();
    }

    Estimate second() {
        return now.metric(metric).orElseThrow();
    }

    /** The changes of a night; equal numbers are none. */
    static List<Change> of(Night night, Results results) {
        List<Verdicts.Runs> runs = night.runs().stream().flatMap(now -> before(now, night, results).flatMap(before -> runs(before, now)).stream()).toList();
        List<Verdicts.Finding> findings = results.verdicts().of(runs);
        return Stream.iterate(0, i -> i + 1).limit(runs.size())
                .map(i -> new Change(runs.get(i).metric(), runs.get(i).first(), runs.get(i).second(), findings.get(i))).toList();
    }

    /** Whether nothing that the night measured had been measured before. */
    static boolean isFirstOf(Night night, Results results) {
        return night.count(Status.OK) > 0 && night.runs().stream().noneMatch(now -> before(now, night, results).isPresent());
    }

    private static Optional<Verdicts.Runs> runs(RunRecord before, RunRecord now) {
        return now.main().filter(main -> before.metric(main).isPresent() && now.metric(main).isPresent()
                && before.metric(main).get().value() != now.metric(main).get().value()).map(main -> new Verdicts.Runs(main, before, now));
    }

    private static Optional<RunRecord> before(RunRecord now, Night night, Results results) {
        if (now.status() != Status.OK) {
            return Optional.empty();
        }
        return results.owner(now).runs().stream()
                .filter(run -> run.status() == Status.OK && run.variant().equals(now.variant()) && run.task().equals(now.task())
                        && run.host().hostClass().equals(now.host().hostClass()) && Words.day(run.started()).isBefore(night.day())).findFirst();
    }
}
