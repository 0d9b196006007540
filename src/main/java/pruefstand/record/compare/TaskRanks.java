package pruefstand.record.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pruefstand.metric.Bootstrap;
import pruefstand.metric.TieGroups;
import pruefstand.record.RunRecord;
import pruefstand.task.ItemStatistic;

/**
 * Ranks of runs of one task by one of its metrics; runs that cannot be told apart share one.
 *
 * @param ranks of the runs, in the order given; none for a run without items, or with other items than most have
 * @param items how many were paired; with fewer than {@link TieGroups#FEWEST_ITEMS} there are no ranks
 */
public record TaskRanks(List<OptionalInt> ranks, int items) {

    public TaskRanks {
        ranks = List.copyOf(ranks);
    }

    /**
     * Ranks runs.
     *
     * @param runs all with a value of the metric
     * @param kept their items
     */
    public static TaskRanks of(List<RunRecord> runs, String metric, KeptScores kept) {
        List<Optional<ItemStatistic>> scores = runs.stream().map(run -> kept.of(run, metric)).toList();
        List<String> ids = usual(scores);
        List<Integer> ranked = IntStream.range(0, runs.size()).boxed()
                .filter(i -> scores.get(i).filter(of -> of.ids().equals(ids)).isPresent()).toList();
        if (ranked.size() < 2 || ids.size() < TieGroups.FEWEST_ITEMS) {
            return new TaskRanks(runs.stream().map(_ -> OptionalInt.empty()).toList(), ranked.size() < 2 ? 0 : ids.size());
        }
        TieGroups groups = TieGroups.of(ranked.stream()
                .map(i -> ItemMetrics.resampled(scores.get(i).orElseThrow(), Bootstrap.DEFAULT)).toList(),
                runs.getFirst().metric(metric).orElseThrow().higherIsBetter());
        return new TaskRanks(IntStream.range(0, runs.size()).mapToObj(i -> ranked.contains(i)
                ? OptionalInt.of(groups.ranks().get(ranked.indexOf(i))) : OptionalInt.empty()).toList(), ids.size());
    }

    /** The items that most runs have; of equally many the first. */
    private static List<String> usual(List<Optional<ItemStatistic>> scores) {
        List<List<String>> all = scores.stream().flatMap(Optional::stream).map(ItemStatistic::ids).toList();
        Map<List<String>, Long> counts = all.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return all.stream().filter(ids -> counts.get(ids) == most).findFirst().orElse(List.of());
    }
}
