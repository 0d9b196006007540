package pruefstand.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pruefstand.json.Row;

/**
 * Where a field of an item comes from in the rows of a data set. Its steps, in this order: take a value, cut it, replace in it,
 * look it up.
 *
 * @param of a column, {@code column.key} within one, a text with such in braces, or a list of them; absent with {@code is}
 * @param is a value that is the same for all rows
 * @param after keep what stands behind the last of these
 * @param replace what regular expressions find, each by its text, in this order; in a list, in each of its texts
 * @param among a list, or the column with one: the place in it, from 0, is what counts
 */
record FieldRule(Optional<Object> of, Optional<Object> is, Optional<String> after, Map<Pattern, String> replace,
        Optional<Object> among) {

    private static final Set<String> KEYS = Set.of("of", "is", "after", "replace", "among");
    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}|\\s][^{}|]*(?<!\\s))(?:\\|(capitalize|strip))?}");
    private static final String EACH = "[]";

    /**
     * Reads what a task file says.
     *
     * @throws IllegalArgumentException if it means nothing
     */
    static FieldRule of(Object written) {
        return switch (written) {
            case String path -> simple(checked(path));
            case List<?> paths when paths.stream().allMatch(String.class::isInstance) -> simple(checked(paths));
            case Map<?, ?> map -> full(map);
            case null, default -> throw new IllegalArgumentException("expected the name of a column, a list of such, or a group of "
                    + "of, is, after, replace, among; got " + written);
        };
    }

    /** What looks like a template has to be one: as plain text it would be the same in every row. */
    private static Object checked(Object of) {
        if (of instanceof String text && (text.contains("{") || text.contains("}"))) {
            String plain = IN_BRACES.matcher(text).replaceAll("");
            if (plain.contains("{") || plain.contains("}")) {
                throw new IllegalArgumentException("'" + text + "': expected each column in braces of its own, such as {title}, "
                        + "{title|strip} or {title|capitalize}");
            }
        } else if (of instanceof List<?> list && list.stream().anyMatch(path -> !(path instanceof String name) || name.contains("{"))) {
            throw new IllegalArgumentException("expected a list of columns, got " + list);
        } else if (!(of instanceof String) && !(of instanceof List<?>)) {
            throw new IllegalArgumentException("of: expected a column, a text with such in braces, or a list of columns; got " + of);
        }
        return of;
    }

    private static FieldRule simple(Object of) {
        return new FieldRule(Optional.of(of), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    }

    private static FieldRule full(Map<?, ?> map) {
        map.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("unknown key '" + key + "'; known are of, is, after, replace, among");
        });
        if (map.containsKey("of") == map.containsKey("is")) {
            throw new IllegalArgumentException("expected either of or is");
        }
        if (map.get("among") instanceof Map<?, ?>) {
            throw new IllegalArgumentException("among: expected a list, or the column with one; got " + map.get("among"));
        }
        return new FieldRule(Optional.ofNullable(map.get("of")).map(FieldRule::checked), Optional.ofNullable(map.get("is")),
                Optional.ofNullable(map.get("after")).map(String::valueOf), patterns(map.get("replace")),
                Optional.ofNullable(map.get("among")));
    }

    private static Map<Pattern, String> patterns(Object written) {
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        if (written instanceof Map<?, ?> map) {
            map.forEach((pattern, text) -> patterns.put(Pattern.compile(String.valueOf(pattern)), String.valueOf(text)));
        } else if (written != null) {
            throw new IllegalArgumentException("replace: expected a group of regular expressions, each with a text; got " + written);
        }
        return patterns;
    }

    /** Whether a row makes several items, one for each value of a list. */
    boolean isEach() {
        return of.filter(path -> path instanceof String text && text.endsWith(EACH)).isPresent();
    }

    /** The columns that it looks at. */
    Stream<String> columns() {
        return Stream.concat(paths(of), paths(among.filter(String.class::isInstance)))
                .flatMap(path -> Stream.of(path, path.split("[.\\[]", 2)[0]));
    }

    private static Stream<String> paths(Optional<Object> written) {
        return switch (written.orElse(List.of())) {
            case String text when text.contains("{") -> IN_BRACES.matcher(text).results().map(found -> found.group(1));
            case String path -> Stream.of(path);
            case List<?> paths -> paths.stream().map(String::valueOf);
            default -> Stream.empty();
        };
    }

    /**
     * The field of a row; empty where the row has no such column.
     *
     * @throws DataException if it is not among what it must be among
     */
    Optional<Object> value(Row row) {
        return is.or(() -> of.flatMap(path -> taken(path, row))).map(this::cleaned).map(value -> looked(value, row));
    }

    private static Optional<Object> taken(Object path, Row row) {
        return switch (path) {
            case String text when text.contains("{") -> Optional.of(IN_BRACES.matcher(text).replaceAll(
                    found -> Matcher.quoteReplacement(inBraces(found.group(1), found.group(2), row))));
            case String name -> Columns.find(row, name.endsWith(EACH) ? name.substring(0, name.length() - EACH.length()) : name);
            case List<?> names -> Optional.of(names.stream()
                    .map(name -> Columns.find(row, String.valueOf(name)).orElseThrow(() -> Columns.missing(row, name))).toList());
            default -> Optional.empty();
        };
    }

    private static String inBraces(String path, String how, Row row) {
        String text = String.valueOf(Columns.find(row, path).orElseThrow(() -> Columns.missing(row, path)));
        return switch (Optional.ofNullable(how).orElse("")) {
            case "capitalize" -> Columns.capitalized(text);
            case "strip" -> text.strip();
            default -> text;
        };
    }

    private Object cleaned(Object value) {
        return switch (value) {
            case String text -> cleaned(text);
            case List<?> list when !isEach() -> list.stream().map(each -> each instanceof String text ? cleaned(text) : each).toList();
            default -> value;
        };
    }

    private String cleaned(String text) {
        String clean = after.map(mark -> text.contains(mark) ? text.substring(text.lastIndexOf(mark) + mark.length()).strip() : text)
                .orElse(text);
        for (Map.Entry<Pattern, String> step : replace.entrySet()) {
            clean = BoundedMatching.match(step.getKey(), clean,
                    found -> found.replaceAll(Matcher.quoteReplacement(step.getValue())));
        }
        return clean;
    }

    private Object looked(Object value, Row row) {
        if (among.isEmpty()) {
            return value;
        }
        List<?> all = among.get() instanceof List<?> given ? given
                : Columns.find(row, String.valueOf(among.get())).filter(List.class::isInstance).map(list -> (List<?>) list)
                        .orElseThrow(() -> Columns.missing(row, among.get()));
        List<String> texts = all.stream().map(String::valueOf).toList();
        int place = texts.indexOf(String.valueOf(value));
        if (place < 0) {
            throw new DataException(row.place() + ": '" + value + "' is none of " + String.join(", ", texts));
        }
        return place;
    }
}
