package pruefstand.record.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pruefstand.record.History;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.StoredRecord;

/**
 * One side of a comparison: records of one run, or the newest of a model's variant.
 *
 * @param name as it was asked for
 * @param records the newest of each task and variant
 */
public record Side(String name, List<StoredRecord> records) {

    public Side {
        records = List.copyOf(records);
    }

    /**
     * Everything that a name can mean: the id of a run, {@code model:variant}, or a model.
     *
     * @return no records where nothing has that name
     */
    public static Side of(History history, String name) {
        List<StoredRecord> run = history.records().stream().filter(stored -> stored.content().run().equals(name)).toList();
        List<StoredRecord> named = run.isEmpty() ? history.records().stream().filter(stored -> stored.content().model().equals(name)
                || (stored.content().model() + ":" + stored.content().variant()).equals(name)).toList() : run;
        Map<List<String>, StoredRecord> newest = new LinkedHashMap<>();
        // Oldest first, so that the last one stays; a run that could not be made says nothing about an earlier one that could.
        named.forEach(stored -> newest.merge(cell(stored.content()), stored, (before, after) ->
                after.content().status() == Status.SKIPPED ? before : after));
        return new Side(name, List.copyOf(newest.values()));
    }

    private static List<String> cell(RunRecord record) {
        return List.of(record.model(), record.variant(), record.task().name());
    }

    /** The variants that it is about, as {@code model:variant}. */
    public Set<String> variants() {
        return records.stream().map(stored -> stored.content().model() + ":" + stored.content().variant())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that failed. */
    public List<RunRecord> failed() {
        return records.stream().map(StoredRecord::content).filter(record -> record.status() == Status.FAILED).toList();
    }

    /**
     * What stands on both sides: of two variants by task, whatever they are called; of two runs of several variants each variant
     * with itself.
     */
    public List<RunPair> with(Side other) {
        boolean byTask = variants().size() == 1 && other.variants().size() == 1;
        return records.stream().filter(Side::isOk).flatMap(mine -> other.records.stream().filter(Side::isOk)
                .filter(theirs -> mine.content().task().name().equals(theirs.content().task().name())
                        && (byTask || cell(mine.content()).equals(cell(theirs.content()))))
                .map(theirs -> new RunPair(mine, theirs))).toList();
    }

    private static boolean isOk(StoredRecord stored) {
        return stored.content().status() == Status.OK;
    }
}
