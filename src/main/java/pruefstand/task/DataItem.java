package pruefstand.task;

import java.util.function.Function;
import pruefstand.engine.EngineException;
import pruefstand.text.Refusal;
import pruefstand.text.RefusalKind;

/**
 * An item of a data file, with its place for messages.
 *
 * @param <T> what the item is
 * @param file that it stands in
 * @param line where, from 1; of a file without lines the row
 * @param value the item
 */
public record DataItem<T>(String file, long line, T value) {

    /** {@code file:line}. */
    public String place() {
        return file + ":" + line;
    }

    /**
     * Has a model do something with it, or looks at what it did.
     *
     * @throws DataException with the place, if the model cannot, or what it did cannot be used
     * @throws Refusal if a part is missing, such as a server: that says nothing about the item
     */
    public <R> R ask(Function<T, R> model) {
        try {
            return model.apply(value);
        } catch (EngineException | DataException e) {
            throw new DataException(place() + ": " + e.getMessage(), e);
        } catch (Refusal e) {
            throw e.kind() == RefusalKind.MISSING_PART ? e : new DataException(place() + ": " + e.getMessage(), e);
        }
    }
}
