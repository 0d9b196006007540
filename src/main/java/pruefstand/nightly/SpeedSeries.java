package pruefstand.nightly;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pruefstand.metric.MedianDeviation;
import pruefstand.record.History;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;
import pruefstand.task.TaskKind;

/**
 * Speeds of one cell over time, on machines of one class and with one version of the engine. A value is suspect where it lies below
 * the median of those before by more than three standard deviations (from the MAD) and by more than 3 %.
 *
 * @param history everything that was measured
 */
record SpeedSeries(History history) {

    private static final List<String> METRICS = List.of("tg_tokens_per_second", "pp_tokens_per_second");
    private static final List<String> LENGTHS = List.of("prompt", "generate", "depth", "batch");
    private static final int FEWEST = 5;
    private static final int MOST = 60;
    private static final double DEVIATIONS = 3;
    private static final double SHARE = 0.03;

    /** What is suspect about a new record; nothing where fewer than five came before. */
    List<Regression> suspects(RunRecord now) {
        return now.task().kind() != TaskKind.SPEED || now.status() != Status.OK ? List.of()
                : METRICS.stream().flatMap(metric -> suspect(now, metric).stream()).toList();
    }

    private Optional<Regression> suspect(RunRecord now, String metric) {
        List<RunRecord> alike = history.records().stream().map(StoredRecord::content)
                .filter(before -> before.started().isBefore(now.started()) && isAlike(before, now) && before.metric(metric).isPresent())
                .toList();
        if (alike.size() < FEWEST || now.metric(metric).isEmpty()) {
            return Optional.empty();
        }
        double value = now.metric(metric).get().value();
        MedianDeviation usual = MedianDeviation.of(alike.subList(Math.max(0, alike.size() - MOST), alike.size()).stream()
                .mapToDouble(before -> before.metric(metric).orElseThrow().value()).toArray());
        double lost = usual.median() - value;
        return lost > DEVIATIONS * usual.standardDeviation() && lost > SHARE * usual.median()
                ? Optional.of(new Regression(now.model(), now.variant(), now.task().name(), metric, usual.median(), value,
                        String.format(Locale.ROOT, "%.1f %% below the median of %d records, measured twice", 100 * lost / usual.median(),
                                alike.size())))
                : Optional.empty();
    }

    private static boolean isAlike(RunRecord before, RunRecord now) {
        return before.status() == Status.OK && !before.guards().marked() && before.model().equals(now.model())
                && before.variant().equals(now.variant()) && before.task().equals(now.task())
                && before.host().hostClass().equals(now.host().hostClass()) && engine(before).equals(engine(now))
                && LENGTHS.stream().allMatch(length -> before.setting(length).equals(now.setting(length)));
    }

    private static Optional<String> engine(RunRecord record) {
        return record.engine().map(engine -> engine.name() + " " + engine.version() + " " + engine.backend() + " " + engine.threads());
    }
}
