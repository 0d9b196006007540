package pruefstand.task;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import pruefstand.metric.Mean;
import pruefstand.metric.Metric;
import pruefstand.metric.Statistic;

/**
 * What kept items say of each metric, computed anew of all of them or of some.
 *
 * @param byMetric by metric id
 */
public record ItemScores(Map<String, ItemStatistic> byMetric) {

    public ItemScores {
        byMetric = Map.copyOf(byMetric);
    }

    /** Metrics over the same items, told apart by their place in the data. */
    public static ItemScores of(int items, SequencedMap<Metric, Statistic> statistics) {
        return of("items", IntStream.range(0, items).mapToObj(Integer::toString).toList(), statistics);
    }

    /** Metrics over the same blocks. */
    public static ItemScores of(String blocks, List<String> ids, Map<Metric, Statistic> statistics) {
        Map<String, ItemStatistic> byMetric = new LinkedHashMap<>();
        statistics.forEach((metric, statistic) -> byMetric.put(metric.id(), new ItemStatistic(blocks, ids, statistic)));
        return new ItemScores(byMetric);
    }

    /**
     * For kinds whose metrics are plain means: every field that is a number, or yes or no, in each item is the metric of that name.
     * A field that is no metric does no harm, since only what the record has a metric for is asked for.
     */
    public static ItemScores ofFields(List<?> items) {
        List<Map<?, ?>> rows = items.stream().<Map<?, ?>>map(item -> item instanceof Map<?, ?> row ? row : Map.of()).toList();
        Set<Object> names = new LinkedHashSet<>(rows.isEmpty() ? Set.of() : rows.getFirst().keySet());
        List<String> ids = IntStream.range(0, rows.size()).mapToObj(i -> id(rows.get(i), i)).toList();
        Map<String, ItemStatistic> byMetric = new LinkedHashMap<>();
        for (Object name : names) {
            double[] values = rows.stream().flatMap(row -> number(row.get(name)).stream()).mapToDouble(Double::doubleValue).toArray();
            if (values.length == rows.size()) {
                byMetric.put(name.toString(), new ItemStatistic("items", ids, new Mean(values)));
            }
        }
        return new ItemScores(byMetric);
    }

    private static String id(Map<?, ?> row, int place) {
        return String.valueOf(row.containsKey("index") ? row.get("index") : place);
    }

    private static Optional<Double> number(Object value) {
        return switch (value) {
            case Number number when Double.isFinite(number.doubleValue()) -> Optional.of(number.doubleValue());
            case Boolean yes -> Optional.of(yes ? 1.0 : 0.0);
            case null, default -> Optional.empty();
        };
    }

    /** The same with another's metrics added. */
    public ItemScores and(ItemScores other) {
        Map<String, ItemStatistic> all = new LinkedHashMap<>(byMetric);
        all.putAll(other.byMetric);
        return new ItemScores(all);
    }

    public Optional<ItemStatistic> of(String metric) {
        return Optional.ofNullable(byMetric.get(metric));
    }
}
