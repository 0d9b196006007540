package pruefstand.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pruefstand.model.ListedModel;
import pruefstand.model.Readiness;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** Crosses variants with tasks and finds the cells that are due. */
final class Planner {

    private final CellKeys keys;
    private final List<EngineChoice> choices;
    private final Function<Cell, Optional<PlannedCell>> due;

    /**
     * A planner.
     *
     * @param choices the llama.cpps to measure with, at least one
     * @param due makes a planned cell of one that is to be measured
     */
    Planner(CellKeys keys, List<EngineChoice> choices, Function<Cell, Optional<PlannedCell>> due) {
        this.keys = keys;
        this.choices = choices;
        this.due = due;
    }

    Plan plan(Registry registry, List<Task> tasks, EvalSelection selection) {
        List<PlannedCell> planned = new ArrayList<>();
        List<Plan.Left> left = new ArrayList<>();
        List<Cell> current = new ArrayList<>();
        List<Task> wanted = tasks.stream().filter(selection::takes).toList();
        List<Task> ready = wanted.stream().filter(Task::hasData).toList();
        for (ListedModel model : registry.models()) {
            for (Variant variant : model.variants()) {
                if (!selection.takes(model, variant)) {
                    continue;
                }
                switch (Readiness.of(variant)) {
                    case Readiness.Ready() -> {
                        try {
                            Optional<Message> lacking = lackingBase(model, variant);
                            List<Cell> cells = cells(model, variant, comparable(ready, lacking));
                            lacking.filter(_ -> ready.stream().anyMatch(Planner::compares))
                                    .ifPresent(why -> left.add(new Plan.Left(model.name(), variant.name(), why)));
                            for (Cell cell : cells) {
                                due.apply(cell).ifPresentOrElse(planned::add, () -> current.add(cell));
                            }
                        } catch (Refusal e) {
                            left.add(new Plan.Left(model.name(), variant.name(), unreachable(variant, e)));
                        }
                    }
                    case Readiness.Pullable(var how) -> left.add(new Plan.Left(model.name(), variant.name(), how));
                    case Readiness.NotRunnable(var why) -> left.add(new Plan.Left(model.name(), variant.name(), why));
                }
            }
        }
        return new Plan(planned, current, left, wanted.stream().filter(task -> !task.hasData()).toList(), Optional.empty());
    }

    /** A server that does not answer, or not rightly, is like a file that is not there; what else is missing, all cells need. */
    private static Message unreachable(Variant variant, Refusal refusal) {
        if (variant.source() instanceof Source.Server) {
            return refusal.what();
        }
        throw refusal;
    }

    /** Why there is nothing to compare a variant with, although the registry names what. */
    private static Optional<Message> lackingBase(ListedModel model, Variant variant) {
        return model.baseOf(variant).filter(base -> !(Readiness.of(base) instanceof Readiness.Ready))
                .map(base -> Message.of("run.plan.base", base.name()));
    }

    private static List<Task> comparable(List<Task> tasks, Optional<Message> lackingBase) {
        return lackingBase.isPresent() ? tasks.stream().filter(task -> !compares(task)).toList() : tasks;
    }

    private static boolean compares(Task task) {
        return task.definition().kind() == TaskKind.KLD;
    }

    private List<Cell> cells(ListedModel model, Variant variant, List<Task> tasks) {
        List<Task> wanted = tasks.stream().filter(task -> task.definition().measures(model.kind())).toList();
        return choicesFor(variant).stream().flatMap(choice -> wanted.stream()
                .map(task -> new Cell(model, variant, task, choice, keys.of(model, variant, task, choice)))).toList();
    }

    /** What llama.cpp does not run is measured once. */
    private List<EngineChoice> choicesFor(Variant variant) {
        return switch (variant.source()) {
            case Source.LocalFile _, Source.HubFile _ -> choices;
            case Source.OnnxFolder _, Source.Server _, Source.Baseline _, Source.WordVectors _ -> List.of(EngineChoice.USUAL);
        };
    }
}
