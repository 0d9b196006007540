package pruefstand.record.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Difference;
import pruefstand.metric.Holm;
import pruefstand.record.RunRecord;
import pruefstand.task.ItemScores;
import pruefstand.task.ItemStatistic;
import pruefstand.task.TaskKind;

/**
 * Compares runs of the same tasks, item by item.
 *
 * @param bootstrap how items are drawn
 * @param wanted which metrics, by id, beside what stands for the task; nothing beside it where none is wanted
 */
public record PairedRuns(Bootstrap bootstrap, Predicate<String> wanted) {

    /** Settings on which a speed depends. */
    private static final List<String> LENGTHS = List.of("prompt", "generate", "depth", "batch");

    /** All metrics that both runs of a pair have; the p values are corrected over all of them together. */
    public List<Comparison> compare(List<RunPair> pairs) {
        return corrected(pairs.stream().flatMap(pair -> compare(pair).stream()).toList());
    }

    private List<Comparison> compare(RunPair pair) {
        RunRecord a = pair.a().content();
        RunRecord b = pair.b().content();
        List<String> metrics = Stream.concat(a.main().stream(), a.metrics().keySet().stream().filter(wanted)).distinct()
                .filter(metric -> a.metric(metric).isPresent() && b.metric(metric).isPresent()).toList();
        Optional<WhyNot> unlike = unlike(a, b);
        if (unlike.isPresent()) {
            return metrics.stream().map(metric -> Comparison.notMade(a, b, metric, unlike.get())).toList();
        }
        ItemMetrics ofA = ItemMetrics.of(pair.a());
        ItemMetrics ofB = ItemMetrics.of(pair.b());
        return metrics.stream().map(metric -> compare(pair, metric, ofA, ofB)).toList();
    }

    private static Optional<WhyNot> unlike(RunRecord a, RunRecord b) {
        if (a.task().version() != b.task().version()) {
            return Optional.of(WhyNot.OTHER_VERSION);
        }
        if (!a.task().dataSha256().equals(b.task().dataSha256())) {
            return Optional.of(WhyNot.OTHER_DATA);
        }
        if (a.task().kind() != TaskKind.SPEED) {
            return Optional.empty();
        }
        boolean sameLengths = LENGTHS.stream().allMatch(length -> a.setting(length).equals(b.setting(length)));
        return Optional.of(sameLengths && a.host().hostClass().equals(b.host().hostClass()) ? WhyNot.NOT_BY_ITEM
                : WhyNot.OTHER_CONDITIONS);
    }

    private Comparison compare(RunPair pair, String metric, ItemMetrics ofA, ItemMetrics ofB) {
        RunRecord a = pair.a().content();
        RunRecord b = pair.b().content();
        return switch (ofA) {
            case ItemMetrics.None(var why) -> Comparison.notMade(a, b, metric, why);
            case ItemMetrics.Found(var scoresA) -> switch (ofB) {
                case ItemMetrics.None(var why) -> Comparison.notMade(a, b, metric, why);
                case ItemMetrics.Found(var scoresB) -> compare(pair, metric, scoresA, scoresB);
            };
        };
    }

    private Comparison compare(RunPair pair, String metric, ItemScores scoresA, ItemScores scoresB) {
        RunRecord a = pair.a().content();
        RunRecord b = pair.b().content();
        Optional<ItemStatistic> ofA = ItemMetrics.confirmed(scoresA, pair.a(), metric);
        Optional<ItemStatistic> ofB = ItemMetrics.confirmed(scoresB, pair.b(), metric);
        if (ofA.isEmpty() || ofB.isEmpty()) {
            return Comparison.notMade(a, b, metric, WhyNot.UNUSABLE_ITEMS);
        }
        if (ofA.get().blocks().equals("draws")) { // all over the same texts, so that they tell nothing of others
            return Comparison.notMade(a, b, metric, WhyNot.NOT_BY_ITEM);
        }
        if (!ofA.get().ids().equals(ofB.get().ids())) {
            return Comparison.notMade(a, b, metric, WhyNot.OTHER_ITEMS);
        }
        Optional<Difference> difference = ItemMetrics.resampled(ofB.get(), bootstrap).minus(ItemMetrics.resampled(ofA.get(), bootstrap));
        return difference.map(found -> Comparison.made(a, b, metric, found, ofA.get().blocks()))
                .orElseGet(() -> Comparison.notMade(a, b, metric, WhyNot.TOO_FEW_ITEMS));
    }

    private static List<Comparison> corrected(List<Comparison> all) {
        List<Comparison> made = all.stream().filter(comparison -> comparison.difference().isPresent()).toList();
        List<Double> p = Holm.correct(made.stream().map(comparison -> comparison.difference().orElseThrow().p()).toList());
        List<Comparison> corrected = new ArrayList<>(all);
        for (int i = 0, at = 0; i < corrected.size(); i++) {
            if (corrected.get(i).difference().isPresent()) {
                corrected.set(i, corrected.get(i).corrected(p.get(at++)));
            }
        }
        return List.copyOf(corrected);
    }
}
