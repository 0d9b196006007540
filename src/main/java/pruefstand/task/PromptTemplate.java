package pruefstand.task;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in which fields of an item stand, each by its name in braces.
 *
 * @param text such as {@code Question: {question}}; braces around anything but a name are text
 */
public record PromptTemplate(String text) {

    private static final Pattern FIELD = Pattern.compile("\\{([a-z][a-z0-9_]*)\\}");

    /** The names it holds. */
    Set<String> fields() {
        return FIELD.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Whether a field stands in it. */
    public boolean names(String field) {
        return fields().contains(field);
    }

    /** The text with an item's values in the places of their names; what stands in a value is never taken for a name. */
    public String fill(Map<String, String> values) {
        return FIELD.matcher(text).replaceAll((MatchResult found) ->
                Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
