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
    private final Map<List<String>, List<Finding>> made = new ConcurrentHashMap<>();

    Verdicts(KeptScores kept) {
        this.kept = kept;
    }

    /**
     * Two numbers of one metric.
     *
     * @param metric its id
     * @param first a run that has it
     * @param second another
     */
    record Runs(String metric, RunRecord first, RunRecord second) {
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

    static boolean isReal(Finding finding) {
        return switch (finding) {
            case FIRST, SECOND, FIRST_BY_INTERVAL, SECOND_BY_INTERVAL -> true;
            case NONE, NONE_BY_INTERVAL, UNKNOWN -> false;
        };
    }

    /** One for each, all corrected together. */
    List<Finding> of(List<Runs> numbers) {
        return made.computeIfAbsent(numbers.stream().map(of -> of.metric() + " " + of.first().key() + " " + of.first().run() + " "
                + of.second().key() + " " + of.second().run()).toList(), _ -> findings(numbers));
    }

    private List<Finding> findings(List<Runs> numbers) {
        Set<String> metrics = numbers.stream().map(Runs::metric).collect(Collectors.toSet());
        List<RunPair> pairs = numbers.stream().flatMap(of -> pair(of.first(), of.second()).stream()).distinct().toList();
        List<Comparison> comparisons = new PairedRuns(Bootstrap.DEFAULT, metrics::contains).compare(pairs);
        return numbers.stream().map(of -> comparisons.stream().filter(comparison -> comparison.a().equals(of.first()) && comparison.b().equals(of.second())
                && comparison.metric().equals(of.metric())).findFirst().map(comparison -> finding(comparison, of)).orElseGet(() -> byInterval(of)))
                .toList();
    }

    private Optional<RunPair> pair(RunRecord first, RunRecord second) {
        return kept.stored(first).flatMap(a -> kept.stored(second).map(b -> new RunPair(a, b)));
    }

    private static Finding finding(Comparison comparison, Runs numbers) {
        return switch (comparison.verdict()) {
            case BETTER -> Finding.SECOND;
            case WORSE -> Finding.FIRST;
            case NOT_TOLD_APART -> Finding.NONE;
            case NOT_COMPARED -> byInterval(numbers);
        };
    }

    private static Finding byInterval(Runs numbers) {
        Estimate first = numbers.first().metric(numbers.metric()).orElseThrow();
        Estimate second = numbers.second().metric(numbers.metric()).orElseThrow();
        if (Stream.of(first, second).anyMatch(estimate -> estimate.low().isEmpty())) {
            return Finding.UNKNOWN;
        }
        boolean above = first.low().getAsDouble() > second.high().getAsDouble();
        boolean below = first.high().getAsDouble() < second.low().getAsDouble();
        return !above && !below ? Finding.NONE_BY_INTERVAL : above == first.higherIsBetter() ? Finding.FIRST_BY_INTERVAL : Finding.SECOND_BY_INTERVAL;
    }
}
