package pruefstand.task;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pruefstand.json.JsonException;
import pruefstand.json.Row;
import pruefstand.json.Rows;

/**
 * Makes items of rows.
 *
 * @param <T> what an item is
 */
final class ItemReader<T> {

    private final Fields fields;
    private final Class<T> type;
    private final SequencedMap<String, Class<?>> keys;
    private final boolean several;

    /**
     * A reader for one set of rows.
     *
     * @param name of the data, for messages
     * @throws DataException if a rule is for a field that such items do not have
     */
    ItemReader(Fields fields, Class<T> type, String name) {
        this.fields = fields;
        this.type = type;
        this.keys = Rows.keys(type);
        this.several = fields.rules().values().stream().anyMatch(FieldRule::isEach);
        fields.rules().keySet().stream().filter(field -> !keys.containsKey(field)).findFirst().ifPresent(field -> {
            throw new DataException("fields." + field + ": the items of " + name + " have no such field; they have "
                    + String.join(", ", keys.keySet()) + ". A rule for one file only begins with its key, such as queries.text");
        });
    }

    /** The columns that it looks at. */
    Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>();
        for (String key : keys.keySet()) {
            Optional.ofNullable(fields.rules().get(key)).map(FieldRule::columns).orElseGet(() -> names(key)).forEach(wanted::add);
        }
        return wanted;
    }

    /** MTEB and BEIR write {@code query-id}. */
    private static Stream<String> names(String key) {
        return Stream.of(key, key.replace('_', '-'));
    }

    /**
     * The items of a row, as a rule one.
     *
     * @throws DataException if a field is missing or is not what the item wants
     */
    Stream<DataItem<T>> items(Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        keys.forEach((key, holds) -> value(key, row).ifPresent(value -> values.put(key, listed(value, holds, row))));
        return several ? each(values, row) : Stream.of(item(values, row));
    }

    private Optional<Object> value(String key, Row row) {
        FieldRule rule = fields.rules().get(key);
        return rule != null ? rule.value(row)
                : names(key).map(name -> row.values().get(name)).filter(value -> value != null).findFirst();
    }

    /** Tables write a list as the text of one. */
    private static Object listed(Object value, Class<?> holds, Row row) {
        return value instanceof String text && holds == List.class && text.startsWith("[") ? list(text, row) : value;
    }

    private static List<Object> list(String text, Row row) {
        try {
            return Rows.list(text, row);
        } catch (JsonException e) {
            throw new DataException(e.getMessage(), e);
        }
    }

    private Stream<DataItem<T>> each(Map<String, Object> values, Row row) {
        Map<String, List<?>> lists = new LinkedHashMap<>();
        fields.rules().forEach((field, rule) -> {
            if (rule.isEach()) {
                Object value = Optional.ofNullable(values.get(field))
                        .orElseThrow(() -> Columns.missing(row, rule.of().orElse(field)));
                lists.put(field, value instanceof List<?> list ? list : list(String.valueOf(value), row));
            }
        });
        List<Integer> lengths = lists.values().stream().map(List::size).distinct().toList();
        if (lengths.size() > 1) {
            throw new DataException(row.place() + ": the lists of " + String.join(" and ", lists.keySet())
                    + " are of different lengths: " + lengths);
        }
        return IntStream.range(0, lengths.getFirst()).mapToObj(i -> {
            Map<String, Object> one = new LinkedHashMap<>(values);
            lists.forEach((field, list) -> one.put(field, list.get(i)));
            return item(one, row);
        });
    }

    /** Where the task file says that missing fields are. */
    private String sought(Map<String, Object> values) {
        List<String> columns = fields.rules().entrySet().stream().filter(rule -> !values.containsKey(rule.getKey()))
                .flatMap(rule -> rule.getValue().of().stream()).map(String::valueOf).toList();
        return columns.isEmpty() ? "" : ", sought in " + String.join(" and ", columns);
    }

    private DataItem<T> item(Map<String, Object> values, Row row) {
        try {
            return new DataItem<>(row.origin(), row.line(), Rows.bind(values, row, type));
        } catch (JsonException e) {
            boolean complete = values.keySet().containsAll(keys.keySet());
            throw new DataException(e.getMessage() + (complete ? "" : sought(values) + Columns.those(row)), e);
        }
    }
}
