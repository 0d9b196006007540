package pruefstand.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import pruefstand.engine.EngineSettings;

/** What tasks can say that ask a language model something, item by item. */
public interface PromptSettings {

    /** What a model is given, with fields of the item in braces; the kind's first field alone where it is not said. */
    Optional<String> template();

    /** How many lines of the training data come before each item, with their answers. */
    OptionalInt fewShot();

    /** What stands between that and a choice or answer; a space where it is not said. */
    Optional<String> choicePrefix();

    /** Tokens that a model may look at; cut to what it can hold. */
    OptionalInt context();

    /** How an engine is best opened: with that context, unless one is set already. */
    default EngineSettings opening(EngineSettings base) {
        return context().isPresent() && base.context().isEmpty() ? base.withContext(context().getAsInt()) : base;
    }

    /**
     * What of them cannot be meant.
     *
     * @param fields that the template may name; the first of them it must
     */
    default List<String> faults(TaskData data, List<String> fields) {
        Faults faults = new Faults().context(context()).atLeast(0, "few_shot", fewShot());
        template().map(PromptTemplate::new).ifPresent(template -> faults.unless(
                fields.containsAll(template.fields()) && template.names(fields.getFirst()),
                "template: expected {" + fields.getFirst() + "}, and no other fields than " + fields + "; got '" + template.text() + "'"));
        return faults.unless(fewShot().orElse(0) <= 0 || data.train().isPresent(),
                "few_shot: the examples are the first lines of data.train, and there is none").all();
    }
}
