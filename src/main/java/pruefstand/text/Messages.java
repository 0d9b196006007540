package pruefstand.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The wordings of all packages in one language, in ICU message format (plurals, numbers). */
public final class Messages {

    private final Locale locale;
    private final Map<String, Properties> bundles = new ConcurrentHashMap<>();

    private Messages(Locale locale) {
        this.locale = locale;
    }

    /** The wordings for a locale: German for any German locale, English for every other. */
    public static Messages in(Locale locale) {
        return new Messages(locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The message in this language.
     *
     * @throws IllegalStateException if the key has no wording: a mistake in the program
     */
    public String text(Message message) {
        String pattern = pattern(message.key());
        Optional<String> plain = PlainPattern.fill(pattern, message.arguments());
        if (plain.isPresent()) {
            return plain.get();
        }
        return new MessageFormat(pattern, ULocale.forLocale(locale)).format(message.arguments().stream().map(this::told).toArray());
    }

    /** An argument that is itself a message is told in the same language; of a list of them each has a line. */
    private Object told(Object argument) {
        return switch (argument) {
            case Message message -> text(message);
            case List<?> list -> list.stream().map(this::told).map(Object::toString).collect(Collectors.joining("\n"));
            default -> argument;
        };
    }

    private String pattern(String key) {
        String owner = key.substring(0, Math.max(0, key.indexOf('.')));
        String pattern = bundles.computeIfAbsent(owner, this::load).getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("no wording for " + key + " in " + resource(owner));
        }
        return pattern;
    }

    private String resource(String owner) {
        return "/pruefstand/" + owner + "/messages_" + locale.getLanguage() + ".properties";
    }

    private Properties load(String owner) {
        Properties bundle = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(resource(owner))) {
            if (in != null) {
                bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
