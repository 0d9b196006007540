package pruefstand.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.record.RunRecord;

/**
 * One element of a job array: measures the cells of its order as a run on this machine would. Its only argument is the order's file;
 * without that file it is no longer wanted, and measures nothing.
 */
final class SlurmElement {

    private static final String PROCESSORS = "SLURM_CPUS_ON_NODE";

    private final ElementFiles files;
    private final ArrayElement element;
    private final ElementOrder order;
    private final RunContext context;

    private SlurmElement(Path file, OptionalInt allocated) {
        this.files = ElementFiles.around(file);
        this.element = ElementFiles.elementOf(file);
        this.order = ElementFiles.order(file);
        Home home = Home.fromLauncher();
        Workspace workspace = Workspace.read(order.workspace(), home).withResults(order.results());
        this.context = RunContext.here(home, workspace, threads(allocated));
    }

    /** Program of an element. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        if (!Files.exists(file)) {
            System.err.println("no longer wanted: " + file);
            return;
        }
        Optional<String> processors = Optional.ofNullable(System.getenv(PROCESSORS));
        try {
            new SlurmElement(file, processors.isPresent() ? OptionalInt.of(Integer.parseInt(processors.get())) : OptionalInt.empty()).run();
        } catch (RunStopped e) {
            System.err.println(e.getMessage());
            System.exit(e.exitCode());
        }
    }

    /** As many as were asked for; else one a core, but no more than the job was given processors. */
    private OptionalInt threads(OptionalInt allocated) {
        if (order.threads().isPresent() || allocated.isEmpty()) {
            return order.threads();
        }
        return OptionalInt.of(Math.min(allocated.getAsInt(), Host.look().threads(OptionalInt.empty())));
    }

    private void run() {
        files.machine(element, context.machine());
        Map<Cell, String> runs = new HashMap<>();
        List<PlannedCell> due = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < order.cells().size(); place++) {
            ElementOrder.Entry entry = order.cells().get(place);
            if (!Files.exists(entry.record(order.results()))) {
                PlannedCell here = here(entry.planned());
                due.add(here);
                places.add(place);
                runs.put(here.cell(), entry.run());
            }
        }
        Diary diary = new Diary(due.stream().map(PlannedCell::cell).toList(), places);
        new LocalExecutor(context, diary, (_, _) -> WorkerProcess.start(context.home(), files.log(element), context.workspace().limits()),
                () -> runs::get).measure(due, order.until());
        files.end(element, new ElementEnd(diary.late, diary.changed));
    }

    /** A speed's key depends on the machine, which is known only here. */
    private PlannedCell here(PlannedCell planned) {
        Cell cell = planned.cell();
        return cell.task().definition().isTimed()
                ? new PlannedCell(cell.withKey(context.keys().of(cell.model(), cell.variant(), cell.task(), cell.engine())), planned.due(),
                        planned.seconds())
                : planned;
    }

    /** Takes down for the run that has submitted the element what no record tells. */
    private final class Diary implements EvalListener {

        private final List<Cell> cells;
        private final List<Integer> places;
        private final List<Integer> late = new ArrayList<>();
        private final List<Integer> changed = new ArrayList<>();

        private Diary(List<Cell> cells, List<Integer> places) {
            this.cells = cells;
            this.places = places;
        }

        private int place(Cell cell) {
            return places.get(cells.indexOf(cell));
        }

        @Override
        public void planned(Plan plan) {
            throw new IllegalStateException("an element plans nothing");
        }

        @Override
        public void begins(Cell cell, int number, int total) {
            if (!files.isOpen(element)) {
                System.err.println("no longer wanted: " + element);
                throw new RunStopped("SIGTERM");
            }
            files.mark(element, new ElementMark(place(cell), cell.key(), context.host().description(), context.clock().instant()));
        }

        @Override
        public void at(long done, long total) {
            // Nobody watches.
        }

        @Override
        public void again(Cell cell, String reason) {
            System.err.println(cell.title() + ": " + reason + "; once more");
        }

        @Override
        public void late(List<PlannedCell> without) {
            without.forEach(planned -> late.add(place(planned.cell())));
        }

        @Override
        public void changed(Cell cell) {
            changed.add(place(cell));
        }

        @Override
        public void ended(Cell cell, RunRecord record) {
            System.err.println(cell.title() + ": " + record.status());
        }
    }
}
