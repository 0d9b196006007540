package pruefstand.task.retrieval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param queries their ids
 * @param found in the same order
 */
record Rankings(List<String> queries, List<Ranking> found) {

    /** More documents than these are not looked at, as trec_eval is run. */
    static final int DEPTH = 1000;

    private static final int[] CUTS = {1, 3, 5, 10, 20, 100, 1000};

    /** What was kept of an earlier search; its queries are told apart by their ids. */
    static ItemScores scores(KeptItems items) {
        List<RankingItem> kept = items.read(RankingItem.class);
        Rankings rankings = new Rankings(kept.stream().map(RankingItem::query).toList(),
                kept.stream().map(item -> new Ranking(item.gains(), item.ideal())).toList());
        Map<Metric, Statistic> means = new LinkedHashMap<>();
        rankings.measured().forEach(measured -> means.put(measured.metric(), new Mean(measured.values())));
        return ItemScores.of("queries", rankings.queries(), means);
    }

    /** The means over the queries. */
    Outcome outcome(Metric main, Map<String, Object> settings) {
        Estimates estimates = new Estimates(found.size());
        measured().sorted((one, other) -> Boolean.compare(other.metric().equals(main), one.metric().equals(main)))
                .forEach(measured -> estimates.add(measured.metric(), new Mean(measured.values())));
        return Evaluation.of(estimates.all(), settings,
                IntStream.range(0, found.size()).mapToObj(i -> item(queries.get(i), found.get(i))).toList());
    }

    private Stream<Measured> measured() {
        return Arrays.stream(RankingMeasure.values()).flatMap(measure -> Arrays.stream(CUTS).mapToObj(k -> new Measured(
                measure.at(k), found.stream().mapToDouble(ranking -> measure.of(ranking, k)).toArray())));
    }

    private static RankingItem item(String query, Ranking ranking) {
        int[] gains = ranking.gains();
        int length = gains.length;
        while (length > 0 && gains[length - 1] == 0) {
            length--;
        }
        return new RankingItem(query, Arrays.copyOf(gains, length), ranking.ideal());
    }

    private record Measured(Metric metric, double[] values) {
    }
}
