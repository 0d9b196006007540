package pruefstand.engine.server;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import pruefstand.json.Json;

/**
 * A JSON document of a server, or a part of one. Servers add keys as they like, so each part is asked for with the type it must
 * have; what is not there, or of another type, is empty.
 *
 * @param part a map, list, text, number or truth value, or nothing
 */
record Answer(Optional<Object> part) {

    static final Answer NOTHING = new Answer(Optional.empty());

    /**
     * Reads a document.
     *
     * @throws pruefstand.json.JsonException if it is none
     */
    static Answer read(String text) {
        return new Answer(Optional.of(Json.read(text, "answer", Object.class)));
    }

    /** The part below a key, or nothing. */
    Answer at(String key) {
        return part.orElse(null) instanceof Map<?, ?> map ? new Answer(Optional.ofNullable(map.get(key))) : NOTHING;
    }

    /** The item of a list, or nothing. */
    Answer at(int index) {
        List<Answer> items = list();
        return index < items.size() ? items.get(index) : NOTHING;
    }

    boolean isPresent() {
        return part.isPresent();
    }

    boolean isList() {
        return part.orElse(null) instanceof List<?>;
    }

    List<Answer> list() {
        return part.orElse(null) instanceof List<?> list ? list.stream().map(item -> new Answer(Optional.ofNullable(item))).toList()
                : List.of();
    }

    Set<String> keys() {
        return part.orElse(null) instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    Optional<String> text() {
        return part.orElse(null) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A text that is not empty. */
    Optional<String> words() {
        return text().filter(text -> !text.isEmpty());
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(part.orElse(null));
    }

    /** A finite number. */
    OptionalDouble number() {
        return part.orElse(null) instanceof Number number && Double.isFinite(number.doubleValue())
                ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    /** A whole number that is not negative. */
    OptionalLong count() {
        if (part.orElse(null) instanceof Number number && Double.isFinite(number.doubleValue()) && number.doubleValue() >= 0) {
            BigDecimal exact = new BigDecimal(number.toString());
            boolean isWhole = exact.stripTrailingZeros().scale() <= 0 && exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
            return isWhole ? OptionalLong.of(exact.longValueExact()) : OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /** A whole number that is not negative and not too large for an {@code int}. */
    OptionalInt size() {
        OptionalLong count = count();
        return count.isPresent() && count.getAsLong() <= Integer.MAX_VALUE ? OptionalInt.of((int) count.getAsLong())
                : OptionalInt.empty();
    }
}
