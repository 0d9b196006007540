package pruefstand.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import pruefstand.record.Guards;
import pruefstand.record.Harness;
import pruefstand.record.HostDescription;
import pruefstand.record.RecordStore;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.record.TaskReference;
import pruefstand.task.TaskDefinition;
import pruefstand.text.Refusal;

/** A cluster in this process: what becomes of the elements of each array that is submitted, a test says beforehand. */
final class FakeCluster implements Cluster {

    /** What becomes of an element: it may leave files, and ends in a state. */
    interface Fate {
        JobState of(ArrayElement element);
    }

    private static final JobState OVER = new JobState("COMPLETED", "None", "n1");

    private final ElementFiles files;
    private final Deque<Fate> fates = new ArrayDeque<>();
    private final Map<ArrayElement, Fate> running = new HashMap<>();
    private final Map<ArrayElement, JobState> over = new HashMap<>();
    private final List<JobArray> submitted = new ArrayList<>();
    private final List<Set<String>> cancelled = new ArrayList<>();
    private int silences;

    FakeCluster(ElementFiles files) {
        this.files = files;
    }

    /** The next array that is submitted ends like this; those after the last are refused. */
    FakeCluster then(Fate fate) {
        fates.add(fate);
        return this;
    }

    /** So many times it does not answer a question about arrays. */
    FakeCluster silent(int times) {
        silences = times;
        return this;
    }

    /** Whatever it knew is forgotten. */
    void forgets() {
        running.clear();
        over.clear();
    }

    /** The element measures all that is left of its order, as it would on a node. */
    Fate measures() {
        return element -> {
            SlurmElement.main(new String[] {order(element).toString()});
            return OVER;
        };
    }

    /** The element leaves what one leaves that has measured its order, and takes no time for it. */
    Fate hasMeasured() {
        return element -> {
            ElementOrder order = ElementFiles.order(order(element));
            order.cells().forEach(entry -> new RecordStore(List.of(order.results())).write(record(entry), entry.cell().folder(), List.of()));
            files.end(element, new ElementEnd(List.of(), List.of()));
            return OVER;
        };
    }

    private static RunRecord record(ElementOrder.Entry entry) {
        Cell cell = entry.cell();
        TaskDefinition task = cell.task().definition();
        return new RunRecord(RunRecord.SCHEMA, cell.key(), entry.run(), cell.model().name(), cell.variant().name(),
                new TaskReference(task.name(), task.version(), task.kind(), cell.task().dataSha256()), Status.OK, Optional.empty(),
                Optional.empty(), Map.of(), Map.of(), new Guards(OptionalDouble.empty(), OptionalDouble.empty(), false), Optional.empty(),
                Optional.empty(), new HostDescription("cpu", 2, 16L << 30, List.of(), "Linux", OptionalDouble.empty()),
                new Harness("1", "c", false), Instant.EPOCH, 1, OptionalLong.empty(), Optional.empty());
    }

    private Path order(ArrayElement element) {
        return files.folder(element.array()).resolve(element.index() + ".order");
    }

    List<JobArray> submitted() {
        return submitted;
    }

    List<Set<String>> cancelled() {
        return cancelled;
    }

    @Override
    public String submit(JobArray array) {
        if (fates.isEmpty()) {
            throw Refusal.input("run.slurm.refused", String.join(" ", array.options()), "no more fates");
        }
        Fate fate = fates.remove();
        submitted.add(array);
        for (int index = 0; index < array.elements(); index++) {
            running.put(new ArrayElement(array.name(), index), fate);
        }
        return String.valueOf(submitted.size());
    }

    @Override
    public Optional<Map<ArrayElement, JobState>> states(Set<String> arrays) {
        if (!arrays.contains("pruefstand") && silences > 0) {
            silences--;
            return Optional.empty();
        }
        running.forEach((element, fate) -> over.put(element, fate.of(element)));
        running.keySet().removeIf(element -> over.get(element).phase() != JobState.Phase.OPEN);
        Map<ArrayElement, JobState> known = new HashMap<>(over);
        known.values().removeIf(JobState.VANISHED::equals);
        return Optional.of(known);
    }

    @Override
    public void cancelWaiting(Set<String> arrays) {
        cancelled.add(arrays);
    }
}
