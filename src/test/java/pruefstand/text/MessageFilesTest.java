package pruefstand.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wordings are complete: every key in both languages, every key that the code uses, none that it does not. */
class MessageFilesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/pruefstand");
    private static final Path CODE = Path.of("src/main/java/pruefstand");

    static Stream<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(RESOURCES)) {
            return all.filter(folder -> Files.exists(folder.resolve("messages_en.properties"))).sorted().toList().stream();
        }
    }

    @Test
    void thereAreWordings() throws IOException {
        assertFalse(folders().toList().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bothLanguagesHaveTheSameKeysWithTheSameArguments(Path folder) throws IOException {
        Properties german = read(folder, "de");
        Properties english = read(folder, "en");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(german.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(german.getProperty(key)), key);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theCodeUsesExactlyTheseKeys(Path folder) throws IOException {
        String owner = folder.getFileName().toString();
        String code = sources(owner);
        Matcher used = Pattern.compile("\"(" + owner + "\\.[a-z0-9.-]+[a-z0-9])\"").matcher(code);
        Set<String> keys = new HashSet<>();
        while (used.find()) {
            keys.add(used.group(1));
        }
        Set<String> worded = read(folder, "en").stringPropertyNames();
        Set<String> unused = worded.stream().filter(key -> !code.contains('"' + key + '"') && !isComposed(key, code))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused, "no code uses these");
        Set<String> missing = keys.stream().filter(key -> !worded.contains(key) && !isProperty(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing, "these have no wording");
    }

    /** A key may be put together from a literal that ends in a dot and a code's id. */
    private static boolean isComposed(String key, String code) {
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            if (code.contains('"' + key.substring(0, dot + 1) + '"')) {
                return true;
            }
        }
        return false;
    }

    /** System properties, and a key of the workspace, look like wordings. */
    private static boolean isProperty(String key) {
        return key.startsWith("pruefstand.") || key.equals("nightly.patience");
    }

    private static Set<Object> arguments(String pattern) {
        return new TreeSet<>(new MessageFormat(pattern, ULocale.ROOT).getArgumentNames());
    }

    private static Properties read(Path folder, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("messages_" + language + ".properties"))) {
            properties.load(in);
        }
        return properties;
    }

    /** For other owners all but the site, whose own wordings are a file of their own with a test of its own. */
    private static String sources(String owner) throws IOException {
        try (Stream<Path> all = Files.walk(CODE).filter(file -> owner.equals("site") || !file.startsWith(CODE.resolve("site")))) {
            StringBuilder text = new StringBuilder();
            for (Path file : all.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
