package pruefstand.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pruefstand.record.FailureKind;
import pruefstand.record.RunRecord;
import pruefstand.text.Refusal;

/**
 * Has cells measured on a cluster: an element of a job array for each model, and one more for its speeds. What is open lies in the
 * folder of results, so that a run that ends is continued by the next one; its jobs go on meanwhile.
 */
final class SlurmExecutor implements Executor {

    /** So often a job may be lost to its machine before a cell is blamed. */
    private static final int MOST_LOST = 3;
    private static final Duration UNTIL_SEEN = Duration.ofSeconds(60);

    private final RunContext context;
    private final OptionalInt threads;
    private final EvalListener listener;
    private final Cluster cluster;
    private final ElementFiles files;
    private final LostCells lostCells;
    private final List<Followed> followed = new ArrayList<>();
    private final List<ElementOrder> again = new ArrayList<>();
    private final List<RunRecord> records = new ArrayList<>();
    private final List<PlannedCell> late = new ArrayList<>();
    private final Set<String> cancelled = new HashSet<>();
    private Set<String> stuck = Set.of();
    private boolean silent;

    /**
     * An executor for one evaluation.
     *
     * @param threads threads that each model computes with; empty: as the registry says, or what the job is given
     */
    SlurmExecutor(RunContext context, OptionalInt threads, EvalListener listener, Cluster cluster) {
        this.context = context;
        this.threads = threads;
        this.listener = listener;
        this.cluster = cluster;
        this.files = new ElementFiles(context.workspace().results().getFirst());
        this.lostCells = new LostCells(context, files);
    }

    /** Takes down what has come since an earlier run ended, so that it is not planned again. */
    @Override
    public void begins() {
        cluster.states(Set.of("pruefstand")).orElseThrow(() -> Refusal.missing("run.slurm.silent"));
        files.orders().forEach((element, order) -> followed.add(new Followed(element, order)));
        followed.forEach(this::collect);
    }

    @Override
    public List<RunRecord> measure(List<PlannedCell> due, Optional<Instant> until) {
        Set<List<Object>> open = followed.stream().flatMap(job -> job.open().stream()).map(entry -> place(entry.cell())).collect(Collectors.toSet());
        if (!open.isEmpty()) {
            listener.cluster(new ClusterNews.Followed(followed.size(), open.size()));
        }
        Thread farewell = Thread.ofPlatform().unstarted(() -> listener.cluster(new ClusterNews.LeftBehind(arrays())));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            submit(orders(due.stream().filter(planned -> !open.contains(place(planned.cell())) && isInTime(planned, until)).toList(), until));
            follow();
        } finally {
            forget(farewell);
        }
        listener.late(List.copyOf(late));
        return records;
    }

    private boolean isInTime(PlannedCell planned, Optional<Instant> until) {
        boolean fits = until.filter(end -> !Plan.fits(planned, context.clock().instant(), end)).isEmpty();
        if (!fits) {
            late.add(planned);
        }
        return fits;
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The program is going down already, and the hook with it.
            return;
        }
    }

    /** Of a speed, the key depends on where it runs; where it is planned, it is the same each time. */
    private static List<Object> place(Cell cell) {
        return List.of(cell.key(), cell.model().name(), cell.variant().name(), cell.task().name());
    }

    private List<ElementOrder> orders(List<PlannedCell> due, Optional<Instant> until) {
        RunIds runs = new RunIds(context.clock());
        Map<List<Object>, List<ElementOrder.Entry>> elements = due.stream().collect(Collectors.groupingBy(
                planned -> List.of(planned.cell().model().name(), planned.cell().task().definition().isTimed()), LinkedHashMap::new,
                Collectors.mapping(planned -> new ElementOrder.Entry(planned, runs.of(planned.cell())), Collectors.toList())));
        return elements.values().stream().map(cells -> new ElementOrder(context.workspace().root(),
                context.workspace().results().getFirst(), threads(cells.getFirst().cell()), until, 0, cells)).toList();
    }

    private OptionalInt threads(Cell cell) {
        return threads.isPresent() ? threads : cell.model().slurm().cpus();
    }

    /** An array for each set of wishes. */
    private void submit(List<ElementOrder> orders) {
        SlurmJob job = new SlurmJob(context.home(), context.workspace().limits());
        orders.stream().collect(Collectors.groupingBy(job::options, LinkedHashMap::new, Collectors.toList()))
                .forEach((options, alike) -> submit(job, options, alike));
    }

    /** The orders are there before the job is: whoever finds them asks Slurm by the array's name whether it was submitted. */
    private void submit(SlurmJob job, List<String> options, List<ElementOrder> orders) {
        String name = "pruefstand-" + RunId.at(context.clock().instant(), RandomGenerator.getDefault());
        List<Followed> elements = IntStream.range(0, orders.size())
                .mapToObj(index -> new Followed(new ArrayElement(name, index), orders.get(index))).toList();
        elements.forEach(element -> files.order(element.element(), element.order()));
        try {
            String number = cluster.submit(new JobArray(name, orders.size(), options, job.script(files.folder(name), files.logs(name))));
            followed.addAll(elements);
            listener.cluster(new ClusterNews.Submitted(number, orders.size(), orders.stream().mapToInt(order -> order.cells().size()).sum()));
        } catch (Refusal e) {
            elements.forEach(element -> files.close(element.element()));
            throw e;
        }
    }

    private void follow() {
        Pace pace = new Pace();
        while (!followed.isEmpty()) {
            pace.rests();
            cancelWhatIsLate();
            int before = records.size() + followed.size();
            // Records are looked for after the states: what was over by then has written all that it will.
            Optional<Map<ArrayElement, JobState>> states = cluster.states(arrays());
            states.ifPresent(this::look);
            tellSilence(states.isEmpty());
            if (records.size() + followed.size() != before) {
                pace.quickens();
            }
        }
    }

    private void cancelWhatIsLate() {
        Set<String> over = followed.stream().filter(job -> isTimeUp(job.order())).map(job -> job.element().array())
                .filter(array -> !cancelled.contains(array)).collect(Collectors.toSet());
        cluster.cancelWaiting(over);
        cancelled.addAll(over);
    }

    private void tellSilence(boolean isSilent) {
        if (isSilent && !silent) {
            listener.cluster(new ClusterNews.Silent());
        }
        silent = isSilent;
    }

    private Set<String> arrays() {
        return followed.stream().map(job -> job.element().array()).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isTimeUp(ElementOrder order) {
        return order.until().filter(end -> !context.clock().instant().isBefore(end)).isPresent();
    }

    private void look(Map<ArrayElement, JobState> states) {
        for (Followed job : List.copyOf(followed)) {
            collect(job);
            if (isSettled(job, states.getOrDefault(job.element(), JobState.VANISHED))) {
                files.close(job.element());
                followed.remove(job);
            }
        }
        tellWaiting(states);
        List<ElementOrder> orders = List.copyOf(again);
        again.clear();
        orders.forEach(this::submitAgain);
    }

    /** What is not taken any more ends no run that others go on with. */
    private void submitAgain(ElementOrder order) {
        try {
            submit(List.of(order));
        } catch (Refusal e) {
            listener.cluster(new ClusterNews.NotTaken(order.model(), e.what()));
            order.cells().forEach(entry -> late.add(entry.planned()));
        }
    }

    private void collect(Followed job) {
        job.collect().forEach(measured -> tell(measured.cell(), measured.record()));
    }

    private void tell(Cell cell, RunRecord record) {
        records.add(record);
        listener.ended(cell, record);
    }

    private void tellWaiting(Map<ArrayElement, JobState> states) {
        Set<String> reasons = states.values().stream().filter(JobState::isStuck).map(JobState::reason)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!reasons.isEmpty() && !reasons.equals(stuck)) {
            listener.cluster(new ClusterNews.Waiting(reasons));
        }
        stuck = reasons;
    }

    /** Says what becomes of the cells that an element leaves. An end that it has written itself counts more than what Slurm says. */
    private boolean isSettled(Followed job, JobState state) {
        Optional<ElementEnd> end = files.end(job.element());
        if (end.filter(told -> !job.open().isEmpty()).isPresent()) {
            left(job, end.get());
        }
        switch (state.phase()) {
            case OPEN -> {
                return end.isPresent() && job.open().isEmpty();
            }
            case COMPLETED -> {
                if (!job.open().isEmpty() && !job.isOverFor(UNTIL_SEEN, context.clock().instant())) {
                    return false;
                }
                lost(job, state);
            }
            case CANCELLED -> cancelled(job);
            case NODE_LOST -> lost(job, state);
            case TIME_OVER -> failed(job, state, FailureKind.TIMEOUT);
            case MEMORY_OVER -> failed(job, state, FailureKind.MEMORY);
            case FAILED -> failed(job, state, FailureKind.EXIT);
        }
        return true;
    }

    private void left(Followed job, ElementEnd end) {
        job.close(end.late()).forEach(entry -> late.add(entry.planned()));
        job.close(end.changed()).forEach(entry -> listener.changed(entry.cell()));
    }

    private void cancelled(Followed job) {
        if (isTimeUp(job.order())) {
            job.open().forEach(entry -> late.add(entry.planned()));
        } else {
            job.open().forEach(entry -> listener.cluster(new ClusterNews.Cancelled(entry.cell())));
        }
    }

    private void lost(Followed job, JobState state) {
        if (job.order().lost() < MOST_LOST) {
            again(job, state, job.open(), job.order().lost() + 1);
        } else {
            failed(job, state, FailureKind.EXIT);
        }
    }

    /** The cell that was under way has failed, and the others have another try; where none ever began, all would end like that. */
    private void failed(Followed job, JobState state, FailureKind kind) {
        Optional<ElementMark> mark = files.mark(job.element());
        List<ElementOrder.Entry> cells = job.order().cells();
        List<ElementOrder.Entry> failing = mark.isEmpty() || job.order().lost() > MOST_LOST ? job.open()
                : job.open().stream().filter(cells.get(mark.get().cell())::equals).toList();
        failing.forEach(entry -> {
            RunRecord record = lostCells.record(job.element(), entry, state, kind);
            tell(entry.cell().withKey(record.key()), record);
        });
        List<ElementOrder.Entry> rest = job.open().stream().filter(entry -> !failing.contains(entry)).toList();
        again(job, state, rest, failing.isEmpty() ? job.order().lost() + 1 : 0);
    }

    private void again(Followed job, JobState state, List<ElementOrder.Entry> cells, int lost) {
        if (cells.isEmpty()) {
            return;
        }
        if (isTimeUp(job.order())) {
            cells.forEach(entry -> late.add(entry.planned()));
            return;
        }
        listener.cluster(new ClusterNews.Again(job.order().model(), state.toString(), cells.size()));
        again.add(job.order().with(cells, lost));
    }
}
