package pruefstand.task;

import java.util.List;

/** The per-item scores that are kept beside a record. */
@FunctionalInterface
public interface KeptItems {

    /**
     * All of them, in the order they were written.
     *
     * @throws DataException if one is no such item, naming the line
     */
    <T> List<T> read(Class<T> type);
}
