package pruefstand.task.retrieval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.metric.Mean;
import pruefstand.metric.Metric;
import pruefstand.metric.Ranking;
import pruefstand.metric.RankingMeasure;
import pruefstand.metric.Statistic;
import pruefstand.task.Estimates;
import pruefstand.task.Evaluation;
import pruefstand.task.ItemScores;
import pruefstand.task.KeptItems;
import pruefstand.task.Outcome;

/**
 * What all queries found.
 *
 * @param items one each, told apart by their ids; all or none of them with stages
 */
record Rankings(List<RankingItem> items) {

    /** More documents than these are not looked at, as trec_eval is run. */
    static final int DEPTH = 1000;

    private static final int[] CUTS = {1, 3, 5, 10, 20, 100, 1000};

    Rankings {
        items = List.copyOf(items);
    }

    /** Of one search; ids and rankings in the same order. */
    static Rankings of(List<String> queries, List<Ranking> found) {
        return new Rankings(IntStream.range(0, found.size())
                .mapToObj(i -> RankingItem.of(queries.get(i), found.get(i), Optional.empty())).toList());
    }

    /** What was kept of an earlier search. */
    static ItemScores scores(KeptItems items) {
        Rankings rankings = new Rankings(items.read(RankingItem.class));
        Map<Metric, Statistic> means = new LinkedHashMap<>();
        rankings.measured().forEach(measured -> means.put(measured.metric(), new Mean(measured.values())));
        return ItemScores.of("queries", rankings.items().stream().map(RankingItem::query).toList(), means);
    }

    /** The means over the queries. */
    Outcome outcome(Metric main, Map<String, Object> settings) {
        Estimates estimates = new Estimates(items.size());
        measured().sorted((one, other) -> Boolean.compare(other.metric().equals(main), one.metric().equals(main)))
                .forEach(measured -> estimates.add(measured.metric(), new Mean(measured.values())));
        return Evaluation.of(estimates.all(), settings, items);
    }

    private Stream<Measured> measured() {
        List<Ranking> found = items.stream().map(RankingItem::ranking).toList();
        Stream<Measured> all = Arrays.stream(RankingMeasure.values()).flatMap(measure -> Arrays.stream(CUTS)
                .mapToObj(k -> new Measured(measure.at(k), found.stream().mapToDouble(ranking -> measure.of(ranking, k)).toArray())));
        return items.stream().allMatch(item -> item.stages().isPresent()) ? Stream.concat(all, stages()) : all;
    }

    private Stream<Measured> stages() {
        return Stream.of(
                new Measured(Metric.NDCG_AT_10_GAINED, values(item -> {
                    Stages stages = item.stages().orElseThrow();
                    return stages.reranked(stages.main(), item.ideal()) - stages.found(item.ideal());
                })),
                new Measured(Metric.ADDED_MILLISECONDS, values(item -> {
                    Stages stages = item.stages().orElseThrow();
                    return stages.reranked().get(stages.main()).milliseconds();
                })));
    }

    private double[] values(ToDoubleFunction<RankingItem> value) {
        return items.stream().mapToDouble(value).toArray();
    }

    private record Measured(Metric metric, double[] values) {
    }
}
