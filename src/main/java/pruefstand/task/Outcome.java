package pruefstand.task;

/** What came of running a task on a model. */
public sealed interface Outcome permits Evaluation, Outcome.Unsuitable, Outcome.Invalid {

    /**
     * The model cannot do this task; not a failure.
     *
     * @param reason for the reader, in English
     */
    record Unsuitable(String reason) implements Outcome {
    }

    /**
     * The model gave numbers that cannot be right, or the data cannot be used.
     *
     * @param reason for the reader, in English; names file and line where the data is at fault
     */
    record Invalid(String reason) implements Outcome {
    }
}
