package pruefstand.nightly;

import java.util.List;
import java.util.Optional;
import pruefstand.metric.Bootstrap;
import pruefstand.record.History;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;
import pruefstand.record.compare.Comparison;
import pruefstand.record.compare.PairedRuns;
import pruefstand.record.compare.RunPair;
import pruefstand.record.compare.Verdict;
import pruefstand.task.TaskKind;

/**
 * Qualities beside what they were before, item by item; the p values of a night are corrected together.
 *
 * @param history everything that was measured, this night's records among them
 */
record QualityChanges(History history) {

    /** Which of a night's records are really worse than the newest before. */
    List<Regression> regressions(List<RunRecord> tonight) {
        List<RunPair> pairs = history.records().stream().filter(stored -> tonight.stream().anyMatch(record -> isSame(stored.content(), record)))
                .filter(stored -> stored.content().status() == Status.OK && stored.content().task().kind() != TaskKind.SPEED)
                .flatMap(now -> before(now.content()).map(before -> new RunPair(before, now)).stream()).toList();
        return new PairedRuns(Bootstrap.DEFAULT, _ -> false).compare(pairs).stream()
                .filter(comparison -> comparison.verdict() == Verdict.WORSE).map(QualityChanges::regression).toList();
    }

    private static boolean isSame(RunRecord a, RunRecord b) {
        return a.run().equals(b.run()) && isSameCell(a, b);
    }

    private static boolean isSameCell(RunRecord a, RunRecord b) {
        return a.model().equals(b.model()) && a.variant().equals(b.variant()) && a.task().name().equals(b.task().name());
    }

    private Optional<StoredRecord> before(RunRecord now) {
        return history.newest(record -> record.status() == Status.OK && isSameCell(record, now) && !record.run().equals(now.run())
                && record.started().isBefore(now.started()));
    }

    private static Regression regression(Comparison comparison) {
        RunRecord now = comparison.b();
        return Regression.of(now, comparison.metric(), comparison.first().value(), comparison.second().value(),
                new Regression.Paired(comparison.blocks(), comparison.corrected().orElseThrow()));
    }
}
