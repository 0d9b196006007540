package pruefstand.record.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;

/**
 * One number over time.
 *
 * @param key whose
 * @param segments one for each engine, harness, task and file that it was measured with, oldest first, at least one
 */
public record MeasuredSeries(SeriesKey key, List<Segment> segments) {

    /** What was measured again within this time of a first record belongs to the same night. */
    private static final Duration AT_ONCE = Duration.ofHours(6);

    public MeasuredSeries {
        segments = List.copyOf(segments);
    }

    /** All series of some metrics, in the order of their first records. */
    public static List<MeasuredSeries> all(List<RunRecord> records, List<String> metrics) {
        Map<SeriesKey, List<RunRecord>> byKey = new LinkedHashMap<>();
        records.stream().filter(record -> record.status() == Status.OK).sorted((a, b) -> a.started().compareTo(b.started()))
                .forEach(record -> metrics.stream().filter(metric -> record.metric(metric).isPresent())
                        .forEach(metric -> byKey.computeIfAbsent(SeriesKey.of(record, metric), _ -> new ArrayList<>()).add(record)));
        return byKey.entrySet().stream().map(entry -> new MeasuredSeries(entry.getKey(), segments(entry.getValue(), entry.getKey().metric())))
                .toList();
    }

    /** One segment for all records under the same conditions, also where two engines take turns. */
    private static List<Segment> segments(List<RunRecord> records, String metric) {
        Map<Conditions, List<RunRecord>> alike = new LinkedHashMap<>();
        records.forEach(record -> alike.computeIfAbsent(Conditions.of(record), _ -> new ArrayList<>()).add(record));
        return alike.entrySet().stream().map(entry -> new Segment(entry.getKey(), nights(entry.getValue(), metric))).toList();
    }

    /** The segment that a record's number stands in. */
    public static Optional<Segment> segmentOf(List<MeasuredSeries> all, RunRecord record, String metric) {
        return all.stream().filter(series -> series.key().equals(SeriesKey.of(record, metric)))
                .flatMap(series -> series.segments().stream()).filter(segment -> segment.conditions().equals(Conditions.of(record))).findFirst();
    }

    private static List<MeasuredNight> nights(List<RunRecord> records, String metric) {
        List<MeasuredNight> nights = new ArrayList<>();
        int from = 0;
        for (int end = 1; end <= records.size(); end++) {
            if (end == records.size() || records.get(from).started().plus(AT_ONCE).isBefore(records.get(end).started())) {
                nights.add(new MeasuredNight(records.subList(from, end), metric));
                from = end;
            }
        }
        return nights;
    }

    /** All nights, oldest first. */
    public List<MeasuredNight> nights() {
        return segments.stream().flatMap(segment -> segment.nights().stream()).sorted(Comparator.comparing(MeasuredNight::began)).toList();
    }
}
