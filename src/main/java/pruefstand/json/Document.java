package pruefstand.json;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document whose keys belong to several records side by side, where one record tells which the other is. Each is as strict as if
 * it were read alone.
 */
public final class Document {

    private final ObjectMapper mapper;
    private final String text;
    private final String origin;
    private final ObjectNode content;

    private Document(ObjectMapper mapper, String text, String origin, ObjectNode content) {
        this.mapper = mapper;
        this.text = text;
        this.origin = origin;
        this.content = content;
    }

    static Document of(ObjectMapper mapper, String text, String origin) {
        JsonNode tree = Json.whole(mapper, text, origin, JsonNode.class);
        if (!(tree instanceof ObjectNode content)) {
            throw new JsonException(origin, 1, 1, "expected a group of keys", null);
        }
        return new Document(mapper, text, origin, content);
    }

    /** Its keys. */
    public Set<String> keys() {
        return Set.copyOf(content.propertyNames());
    }

    /**
     * A record of those keys that are its own.
     *
     * @throws JsonException if they do not say what the record wants
     */
    public <T> T part(Class<T> type) {
        try {
            return mapper.treeToValue(content.deepCopy().retain(Rows.keys(type).keySet()), type);
        } catch (JacksonException e) {
            throw Complaints.about(e, Places.of(e, text, mapper), origin, 0);
        }
    }

    /**
     * Refuses a key that is none of those known.
     *
     * @param known those of all records that the document could be made of
     * @param named those to propose
     * @throws JsonException with the place of the first that is not known
     */
    public void refuseUnknown(Collection<String> known, Collection<String> named) {
        content.propertyNames().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            TokenStreamLocation at = Places.of(key, text, mapper);
            throw new JsonException(origin, at.getLineNr(), at.getColumnNr(), "unknown key '" + key + "'; known are "
                    + new TreeSet<>(named).stream().collect(Collectors.joining(", ")), null);
        });
    }
}
