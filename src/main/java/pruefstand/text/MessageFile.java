package pruefstand.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The wordings of one language from one file (UTF-8 properties, ICU message format); safe to share. */
public final class MessageFile {

    private final Path file;
    private final Map<String, MessageFormat> patterns;
    /** Most wordings take no arguments; those are formatted once. */
    private final Map<String, String> plain = new HashMap<>();
    /** Most others only have gaps to fill. */
    private final Map<String, FilledPattern> filled = new HashMap<>();
    /** A pattern serves one thread at a time, and to copy one costs more than to use it. */
    private final ThreadLocal<Map<String, MessageFormat>> own = ThreadLocal.withInitial(HashMap::new);

    private MessageFile(Path file, Map<String, MessageFormat> patterns) {
        this.file = file;
        this.patterns = patterns;
        patterns.forEach((key, pattern) -> {
            plain.put(key, pattern.format(new Object[0]));
            FilledPattern.of(pattern.toPattern()).ifPresent(simple -> filled.put(key, simple));
        });
    }

    /**
     * Reads a file and compiles each of its wordings.
     *
     * @throws Refusal if it cannot be read, or names all wordings that are no message patterns
     */
    public static MessageFile read(Path file, Locale locale) {
        Properties wordings = load(file);
        Map<String, MessageFormat> patterns = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        for (String key : wordings.stringPropertyNames().stream().sorted().toList()) {
            try {
                patterns.put(key, new MessageFormat(wordings.getProperty(key), ULocale.forLocale(locale)));
            } catch (IllegalArgumentException e) {
                broken.add(key + ": " + e.getMessage());
            }
        }
        if (!broken.isEmpty()) {
            throw Refusal.input("text.messages.broken", file, String.join("\n", broken));
        }
        return new MessageFile(file, patterns);
    }

    private static Properties load(Path file) {
        Properties wordings = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            wordings.load(reader);
        } catch (NoSuchFileException e) {
            throw Refusal.missing("text.messages.missing", file).because(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wordings;
    }

    /** All keys, sorted. */
    public Set<String> keys() {
        return patterns.keySet();
    }

    /**
     * The message in this file's language.
     *
     * @throws IllegalStateException if the file has no such key
     */
    public String text(Message message) {
        if (message.arguments().isEmpty()) {
            return text(message.key());
        }
        return Optional.ofNullable(filled.get(message.key())).flatMap(simple -> simple.with(message.arguments()))
                .orElseGet(() -> own.get().computeIfAbsent(message.key(), key -> pattern(key).clone()).format(message.arguments().toArray()));
    }

    /**
     * A wording without arguments.
     *
     * @throws IllegalStateException if the file has no such key
     */
    public String text(String key) {
        String text = plain.get(key);
        return text == null ? pattern(key).format(new Object[0]) : text;
    }

    private MessageFormat pattern(String key) {
        MessageFormat pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalStateException("no wording for " + key + " in " + file);
        }
        return pattern;
    }
}
