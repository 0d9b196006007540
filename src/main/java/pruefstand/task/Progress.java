package pruefstand.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Hears how far a long measurement has come. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (done, total) -> { };

    /**
     * Called whenever something got done.
     *
     * @param done steps behind
     * @param total steps in all
     */
    void at(long done, long total);

    /**
     * Does something with each of some items, one after another.
     *
     * @param work takes the place of an item, from 0, and the item
     */
    default <T, R> List<R> each(List<T> items, BiFunction<Integer, T, R> work) {
        List<R> done = new ArrayList<>();
        for (T item : items) {
            at(done.size(), items.size());
            done.add(work.apply(done.size(), item));
        }
        at(items.size(), items.size());
        return done;
    }
}
