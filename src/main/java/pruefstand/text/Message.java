package pruefstand.text;

import java.nio.file.Path;
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
        arguments = arguments.stream().map(Message::plain).toList();
    }

    /** A path as people write it, not as the address that it becomes on its way to another process. */
    private static Object plain(Object argument) {
        return argument instanceof Path path ? path.toString() : argument;
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
