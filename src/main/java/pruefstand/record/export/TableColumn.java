package pruefstand.record.export;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A column of a table that is made of records.
 *
 * @param <T> what a row is made of
 * @param name as SQL and files call it
 * @param type what it holds
 * @param value of a row; empty where the record has none
 */
public record TableColumn<T>(String name, Type type, Function<T, Optional<?>> value) {

    /** What a column holds. */
    public enum Type {
        VARCHAR, BIGINT, DOUBLE, BOOLEAN, TIMESTAMP
    }

    static <T> TableColumn<T> text(String name, Function<T, String> value) {
        return new TableColumn<>(name, Type.VARCHAR, row -> Optional.of(value.apply(row)));
    }

    static <T> TableColumn<T> maybeText(String name, Function<T, Optional<String>> value) {
        return new TableColumn<>(name, Type.VARCHAR, value::apply);
    }

    static <T> TableColumn<T> whole(String name, Function<T, OptionalLong> value) {
        return new TableColumn<>(name, Type.BIGINT, row -> boxed(value.apply(row)));
    }

    static <T> TableColumn<T> number(String name, Function<T, OptionalDouble> value) {
        return new TableColumn<>(name, Type.DOUBLE, row -> boxed(value.apply(row)));
    }

    static <T> TableColumn<T> flag(String name, Function<T, Boolean> value) {
        return new TableColumn<>(name, Type.BOOLEAN, row -> Optional.of(value.apply(row)));
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    static OptionalLong widened(OptionalInt value) {
        return value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty();
    }
}
