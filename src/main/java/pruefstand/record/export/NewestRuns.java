package pruefstand.record.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;

/** Of each variant the newest run of each task that has numbers: what a file of results has room for. */
final class NewestRuns {

    private NewestRuns() {
    }

    /** A variant of a model. */
    record Subject(String model, String variant) implements Comparable<Subject> {

        @Override
        public int compareTo(Subject other) {
            return whole().compareTo(other.whole());
        }

        String whole() {
            return model + ":" + variant;
        }
    }

    /** By variant, tasks by name. */
    static SequencedMap<Subject, List<RunRecord>> of(List<RunRecord> records, Predicate<RunRecord> wanted) {
        Map<Subject, Map<String, RunRecord>> newest = new TreeMap<>();
        records.stream().filter(run -> run.status() == Status.OK && wanted.test(run))
                .forEach(run -> newest.computeIfAbsent(new Subject(run.model(), run.variant()), _ -> new TreeMap<>())
                        .merge(run.task().name(), run, (one, other) -> other.started().isBefore(one.started()) ? one : other));
        SequencedMap<Subject, List<RunRecord>> lists = new LinkedHashMap<>();
        newest.forEach((subject, runs) -> lists.put(subject, List.copyOf(runs.values())));
        return lists;
    }
}
