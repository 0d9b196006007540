package pruefstand.task;

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
}
