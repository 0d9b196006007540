package pruefstand.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * How the fields of a kind are called in the data of a task; fields without a rule are called the same.
 *
 * @param rules by the field
 */
record Fields(Map<String, FieldRule> rules) {

    static final Fields NONE = new Fields(Map.of());

    /**
     * Those of the data under one key: a rule may be for it alone ({@code queries.text}).
     *
     * @param written {@code fields} of a task file
     * @param key such as {@code queries}
     */
    static Fields of(Map<String, Object> written, String key) {
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        written.forEach((name, rule) -> {
            if (key(name).filter(other -> !other.equals(key)).isEmpty()) {
                rules.put(name.substring(key(name).map(prefix -> prefix.length() + 1).orElse(0)), FieldRule.of(rule));
            }
        });
        return new Fields(rules);
    }

    /** The data that a rule is for; empty: for all. */
    private static Optional<String> key(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(name.substring(0, dot));
    }

    /**
     * What cannot be meant.
     *
     * @param keys of the data that there are
     */
    static List<String> faults(Map<String, Object> written, Set<String> keys) {
        List<String> faults = new ArrayList<>();
        written.forEach((name, rule) -> {
            key(name).filter(key -> !keys.contains(key)).ifPresent(key -> faults.add("fields." + name + ": there is no data." + key));
            try {
                FieldRule.of(rule);
            } catch (PatternSyntaxException e) {
                faults.add("fields." + name + ": " + e.getDescription() + " in the regular expression " + e.getPattern());
            } catch (IllegalArgumentException e) {
                faults.add("fields." + name + ": " + e.getMessage());
            }
        });
        return faults;
    }
}
