package pruefstand.run.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pruefstand.record.ItemFile;
import pruefstand.text.Message;

/** Looks for what does not belong in a record that others read: folders of a person, keys of services. */
final class PrivateFacts {

    private static final Pattern HOME = Pattern.compile("(?:/home/|/Users/|/root/|[A-Za-z]:\\\\{1,2}Users\\\\{1,2})[^\\s\"/\\\\]+");
    /** As the services make them: of hubs, of OpenAI and its like, of GitHub; an authorization header; a private key. */
    private static final Pattern KEY = Pattern.compile("\\b(?:hf_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{20,})"
            + "|Bearer [A-Za-z0-9._~+/-]{16,}|-----BEGIN [A-Z ]*PRIVATE KEY");

    private PrivateFacts() {
    }

    static Optional<Message> in(Path record) throws IOException {
        return in(Files.readString(record, StandardCharsets.UTF_8), true);
    }

    /** What a model wrote may look like a folder; a key is a key. */
    static Optional<Message> in(ItemFile items) {
        List<Object> lines = items.read(Object.class);
        return lines.stream().flatMap(line -> in(String.valueOf(line), false).stream()).findFirst();
    }

    private static Optional<Message> in(String text, boolean folders) {
        if (folders && HOME.matcher(text).find()) {
            return Optional.of(Message.of("run.results.home"));
        }
        return KEY.matcher(text).find() ? Optional.of(Message.of("run.results.secret")) : Optional.empty();
    }
}
