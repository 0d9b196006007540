package pruefstand.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import pruefstand.model.ListedModel;
import pruefstand.model.Readiness;
import pruefstand.model.Registry;
import pruefstand.model.Source;
import pruefstand.model.Variant;
import pruefstand.record.Failure;
import pruefstand.record.FailureKind;
import pruefstand.record.History;
import pruefstand.record.RunRecord;
import pruefstand.record.Status;
import pruefstand.task.Task;
import pruefstand.task.TaskKind;
import pruefstand.text.Message;
import pruefstand.text.Refusal;

/** Crosses variants with tasks and finds the cells that have no good record yet. */
final class Planner {

    private final CellKeys keys;
    private final History history;
    private final List<EngineChoice> choices;

    /**
     * A planner.
     *
     * @param choices the llama.cpps to measure with, at least one
     */
    Planner(CellKeys keys, History history, List<EngineChoice> choices) {
        this.keys = keys;
        this.history = history;
        this.choices = choices;
    }

    Plan plan(Registry registry, List<Task> tasks, EvalSelection selection) {
        List<Cell> due = new ArrayList<>();
        List<Plan.Left> left = new ArrayList<>();
        int current = 0;
        for (ListedModel model : registry.models()) {
            for (Variant variant : model.variants()) {
                if (!selection.takes(model, variant)) {
                    continue;
                }
                switch (Readiness.of(variant)) {
                    case Readiness.Ready() -> {
                        try {
                            Optional<Message> lacking = lackingBase(model, variant);
                            List<Cell> cells = cells(model, variant, comparable(tasks, lacking), selection);
                            lacking.filter(_ -> tasks.stream().anyMatch(task -> compares(task) && selection.takes(task)))
                                    .ifPresent(why -> left.add(new Plan.Left(model.name(), variant.name(), why)));
                            List<Cell> missing = cells.stream().filter(isDue(selection)).toList();
                            due.addAll(missing);
                            current += cells.size() - missing.size();
                        } catch (Refusal e) {
                            left.add(new Plan.Left(model.name(), variant.name(), unreachable(variant, e)));
                        }
                    }
                    case Readiness.Pullable(var how) -> left.add(new Plan.Left(model.name(), variant.name(), how));
                    case Readiness.NotRunnable(var why) -> left.add(new Plan.Left(model.name(), variant.name(), why));
                }
            }
        }
        return new Plan(due, current, left);
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

    private List<Cell> cells(ListedModel model, Variant variant, List<Task> tasks, EvalSelection selection) {
        List<Task> wanted = tasks.stream().filter(task -> task.definition().kind().measures(model.kind())).filter(selection::takes)
                .toList();
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

    private Predicate<Cell> isDue(EvalSelection selection) {
        return cell -> selection.fresh() || history.newest(record -> record.key().equals(cell.key())
                && record.model().equals(cell.model().name()) && record.variant().equals(cell.variant().name())
                && isFinal(record)).isEmpty();
    }

    /** What cannot be right or was refused will be so again; a worker that died may have had bad luck. */
    private static boolean isFinal(RunRecord record) {
        return record.status() != Status.FAILED
                || record.failure().map(Failure::kind).filter(FailureKind.INVALID::equals).isPresent();
    }
}
