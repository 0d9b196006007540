package pruefstand.task;

import java.util.Locale;
import pruefstand.engine.Ability;
import pruefstand.engine.Engine;
import pruefstand.text.Messages;

/** What came of running a task on a model. */
public sealed interface Outcome permits Evaluation, Outcome.Unsuitable, Outcome.Invalid {

    /**
     * The model cannot do this task; not a failure.
     *
     * @param reason for the reader, in English
     */
    record Unsuitable(String reason) implements Outcome {

        /** With what the engine itself says about it, where it says anything. */
        public static Unsuitable because(String reason, Engine engine, Ability lacking) {
            return new Unsuitable(engine.whyNot(lacking).map(why -> reason + ": " + Messages.in(Locale.ENGLISH).text(why)).orElse(reason));
        }
    }

    /**
     * The model gave numbers that cannot be right, or the data cannot be used.
     *
     * @param reason for the reader, in English; names file and line where the data is at fault
     */
    record Invalid(String reason) implements Outcome {
    }
}
