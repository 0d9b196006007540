package pruefstand.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.Estimate;
import pruefstand.record.RunRecord;
import pruefstand.record.compare.Comparison;
import pruefstand.record.compare.KeptScores;
import pruefstand.record.compare.PairedRuns;
import pruefstand.record.compare.RunPair;

/**
 * Says which of two numbers is better, in words: item by item where the items of both were kept, else by whether the intervals overlap.
 * Safe to share; what was compared once is not compared again.
 */
final class Verdicts {

    private final KeptScores kept;
    private final Map<List<Place>, List<Comparison>> made = new ConcurrentHashMap<>();

    Verdicts(KeptScores kept) {
        this.kept = kept;
    }

    /** Two measured numbers of one column. */
    record Numbers(Column.OfMetric column, Reading.Measured first, Reading.Measured second) {
    }

    /** What can be said of two numbers. */
    enum Finding {
        FIRST, SECOND, NONE,
        /** Only the intervals tell: they do not overlap. */
        FIRST_BY_INTERVAL, SECOND_BY_INTERVAL,
        /** Only the intervals could tell, and they overlap. */
        NONE_BY_INTERVAL,
        /** There is no interval. */
        UNKNOWN
    }

    /** Of each number of a pair, all corrected together. */
    Map<Column, Finding> of(Pair pair, List<Numbers> numbers) {
        List<Comparison> comparisons = made.computeIfAbsent(pair.rows().map(row -> new Place(row.model().name(), row.variant())).toList(),
                _ -> compare(numbers));
        return numbers.stream().collect(Collectors.toMap(Numbers::column, of -> comparisons.stream()
                .filter(comparison -> comparison.a().equals(of.first().run()) && comparison.b().equals(of.second().run())
                        && comparison.metric().equals(of.column().metric().id()))
                .findFirst().map(comparison -> finding(comparison, of)).orElseGet(() -> byInterval(of))));
    }

    private List<Comparison> compare(List<Numbers> numbers) {
        Set<String> metrics = numbers.stream().map(of -> of.column().metric().id()).collect(Collectors.toSet());
        List<RunPair> pairs = numbers.stream().flatMap(of -> pair(of.first().run(), of.second().run()).stream()).distinct().toList();
        return new PairedRuns(Bootstrap.DEFAULT, metrics::contains).compare(pairs);
    }

    private Optional<RunPair> pair(RunRecord first, RunRecord second) {
        return kept.stored(first).flatMap(a -> kept.stored(second).map(b -> new RunPair(a, b)));
    }

    private static Finding finding(Comparison comparison, Numbers numbers) {
        return switch (comparison.verdict()) {
            case BETTER -> Finding.SECOND;
            case WORSE -> Finding.FIRST;
            case NOT_TOLD_APART -> Finding.NONE;
            case NOT_COMPARED -> byInterval(numbers);
        };
    }

    private static Finding byInterval(Numbers numbers) {
        Estimate first = numbers.first().estimate();
        Estimate second = numbers.second().estimate();
        if (Stream.of(first, second).anyMatch(estimate -> estimate.low().isEmpty())) {
            return Finding.UNKNOWN;
        }
        boolean above = first.low().getAsDouble() > second.high().getAsDouble();
        boolean below = first.high().getAsDouble() < second.low().getAsDouble();
        return !above && !below ? Finding.NONE_BY_INTERVAL : above == first.higherIsBetter() ? Finding.FIRST_BY_INTERVAL : Finding.SECOND_BY_INTERVAL;
    }
}
