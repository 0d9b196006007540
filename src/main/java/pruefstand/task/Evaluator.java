package pruefstand.task;

import pruefstand.engine.Engine;
import pruefstand.engine.EngineSettings;
import pruefstand.model.Prompts;

/** Runs the tasks of one kind. */
public interface Evaluator {

    /**
     * How an engine is best opened for a task; as it is, unless the kind needs a context of its own.
     *
     * @param base what is set already; a context that it names is kept
     */
    default EngineSettings settings(TaskDefinition task, EngineSettings base) {
        return base;
    }

    /**
     * Runs a task on a model.
     *
     * @throws DataException if the task's data cannot be used
     * @throws pruefstand.text.Refusal if they do not suit the model, such as a text too short for its context
     */
    Outcome evaluate(Task task, Prompts prompts, Engine engine, Progress progress);

    /**
     * The metrics of an earlier evaluation anew, from the items that were kept of it. Without more: plain means of the items' own
     * fields, as {@link ItemScores#ofFields} has them.
     *
     * @throws DataException if what was kept are no items of this kind
     */
    default ItemScores scores(KeptItems items) {
        return ItemScores.ofFields(items.read(Object.class));
    }
}
