package pruefstand.json;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.ObjectMapper;

/** Finds where in a document a fault lies. Jackson forgets the place of what it had to put aside while filling a record. */
final class Places {

    private Places() {
    }

    /** The place that the exception knows, else that of the key or item which its path leads to, else the beginning. */
    static TokenStreamLocation of(JacksonException e, String text, ObjectMapper mapper) {
        TokenStreamLocation known = e.getLocation();
        if (known != null && known.getLineNr() > 0) {
            return known;
        }
        return locate(pointer(e.getPath()), text, mapper);
    }

    /** That of a key of the outermost group. */
    static TokenStreamLocation of(String key, String text, ObjectMapper mapper) {
        return locate("/" + escaped(key), text, mapper);
    }

    private static TokenStreamLocation locate(String pointer, String text, ObjectMapper mapper) {
        try (JsonParser parser = mapper.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.streamReadContext().pathAsPointer().toString().equals(pointer)) {
                    return parser.currentTokenLocation();
                }
            }
            return TokenStreamLocation.NA;
        }
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream().map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex())
                : escaped(step.getPropertyName())).map(step -> "/" + step).collect(Collectors.joining());
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
