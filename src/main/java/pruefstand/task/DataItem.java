package pruefstand.task;

import java.util.function.Function;
import pruefstand.engine.EngineException;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

/**
 * An item of a data file, with its place for messages.
 *
 * @param <T> what the item is
 * @param place {@code file:line}
 * @param value the item
 */
public record DataItem<T>(String place, T value) {

    /**
     * Has a model do something with it.
     *
     * @throws DataException with the place, if the model cannot
     * @throws Refusal if a part is missing, such as a server: that says nothing about the item
     */
    public <R> R ask(Function<T, R> model) {
        try {
            return model.apply(value);
        } catch (EngineException e) {
            throw new DataException(place + ": " + e.getMessage(), e);
        } catch (Refusal e) {
            throw e.kind() == RefusalKind.MISSING_PART ? e : new DataException(place + ": " + e.getMessage(), e);
        }
    }
}
