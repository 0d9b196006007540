package pruefstand.json;

import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.ObjectMapper;

/**
 * Refuses half a character in a file. An escape can write it, but no file in UTF-8 can hold it: a page that shows it could not be written, and two
 * names that differ in nothing else would share a file.
 */
final class Surrogates {

    private Surrogates() {
    }

    /**
     * Looks through keys and texts.
     *
     * @param text a document that the mapper can read
     * @throws JsonException with the place of the first half
     */
    static void refuse(ObjectMapper mapper, String text, String origin) {
        if (text.contains("\\u") || text.contains("\\U")) {
            try (JsonParser parser = mapper.createParser(text)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
                        refuse(parser.getString(), parser.currentTokenLocation(), origin);
                    }
                }
            }
        }
    }

    private static void refuse(String value, TokenStreamLocation at, String origin) {
        value.codePoints().filter(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE).findFirst().ifPresent(half -> {
            throw new JsonException(origin, at.getLineNr(), at.getColumnNr(),
                    String.format(Locale.ROOT, "\\u%04x is half a character; write the whole one", half), null);
        });
    }
}
