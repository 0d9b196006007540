package pruefstand.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import pruefstand.run.Cell;
import pruefstand.run.Plan;
import pruefstand.run.PlannedCell;

/**
 * Prints what a run would do.
 *
 * @param plan what is due
 * @param fitting the cells for which there is time
 */
record PlanReport(Root root, Plan plan, List<PlannedCell> fitting) {

    static PlanReport of(Root root, Plan plan, Instant now, Optional<Instant> until) {
        return new PlanReport(root, plan, until.map(end -> plan.fitting(now, end)).orElse(plan.due()));
    }

    void json() {
        plan.due().forEach(planned -> root.printJson(line(planned)));
    }

    private Line line(PlannedCell planned) {
        Cell cell = planned.cell();
        return new Line(cell.model().name(), cell.variant().name(), cell.task().name(), planned.due().name().toLowerCase(Locale.ROOT),
                planned.seconds(), fitting.contains(planned));
    }

    void text() {
        List<String> heads = List.of(root.text("cli.plan.cell"), root.text("cli.plan.time"), root.text("cli.plan.why"));
        new TextTable(heads, plan.due().stream().map(planned -> List.of(planned.cell().title(), time(planned.seconds()), why(planned)))
                .toList()).lines().forEach(root::print);
        long unknown = plan.due().stream().filter(planned -> planned.seconds().isEmpty()).count();
        root.note("cli.plan.sum", seconds(plan.due()), unknown);
        if (fitting.size() < plan.due().size()) {
            root.note("cli.plan.fitting", fitting.size(), seconds(fitting));
        }
    }

    private String why(PlannedCell planned) {
        String due = switch (planned.due()) {
            case MISSING -> root.text("cli.plan.missing");
            case FAILED -> root.text("cli.plan.failed");
            case OLD -> root.text("cli.plan.old");
            case ASKED -> root.text("cli.plan.asked");
        };
        return fitting.contains(planned) ? due : due + "; " + root.text("cli.plan.late");
    }

    private String time(OptionalDouble seconds) {
        return seconds.isPresent() ? root.text("cli.plan.seconds", seconds.getAsDouble()) : "?";
    }

    private static double seconds(List<PlannedCell> cells) {
        return cells.stream().mapToDouble(planned -> planned.seconds().orElse(0)).sum();
    }

    private record Line(String model, String variant, String task, String due, OptionalDouble expectedSeconds, boolean fits) {
    }
}
