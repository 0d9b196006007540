package pruefstand.text;

import java.util.List;

/**
 * Something to tell a person, independent of the language it will be told in.
 *
 * @param key dotted key whose first part is the package that owns the wording: {@code catalogue.date.shifted} stands in
 *            {@code pruefstand/catalogue/messages_de.properties} and {@code messages_en.properties}
 * @param arguments the values for {@code {0}}, {@code {1}} … of the wording
 */
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
