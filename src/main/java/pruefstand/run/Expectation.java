package pruefstand.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pruefstand.metric.MedianDeviation;
import pruefstand.record.History;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;

/** How long cells should take, going by what was measured on machines of the same class. */
final class Expectation {

    private final Map<Object, Double> newest = new HashMap<>();
    private final Map<Object, double[]> alike;

    /**
     * From a history.
     *
     * @param hostClasses of the machines that measure; what others took tells nothing
     */
    Expectation(History history, Set<String> hostClasses) {
        List<RunRecord> records = history.records().stream().map(StoredRecord::content)
                .filter(record -> record.status() == Status.OK && hostClasses.contains(record.host().hostClass())).toList();
        // Oldest first, so that the newest stays.
        records.forEach(record -> {
            newest.put(record.key(), record.seconds());
            newest.put(List.of(record.model(), record.variant(), record.task().name()), record.seconds());
        });
        Map<Object, List<RunRecord>> groups = records.stream().collect(Collectors.groupingBy(record -> record.task().name()));
        groups.putAll(records.stream().collect(Collectors.groupingBy(record -> record.task().kind())));
        alike = groups.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                group -> group.getValue().stream().mapToDouble(RunRecord::seconds).toArray()));
    }

    /** Of the same measurement the last time; else of the variant on the task; else the median of the task, else of tasks of its kind. */
    OptionalDouble seconds(Cell cell) {
        Optional<Double> own = Stream.of(cell.key(), List.of(cell.model().name(), cell.variant().name(), cell.task().name()))
                .map(newest::get).filter(Objects::nonNull).findFirst();
        return own.or(() -> Stream.of(cell.task().name(), cell.task().definition().kind()).map(alike::get)
                .filter(Objects::nonNull).map(seconds -> MedianDeviation.of(seconds).median()).findFirst())
                .map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
