package pruefstand.task;

/**
 * An item of a data file, with its place for messages.
 *
 * @param <T> what the item is
 * @param place {@code file:line}
 * @param value the item
 */
public record DataItem<T>(String place, T value) {
}
