package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageFilesTest {

    private static final Path SOURCES = Path.of("src/main/java/pruefstand/catalogue");
    private static final Pattern KEY = Pattern.compile("\"(catalogue\\.[a-z0-9.-]+)\"");

    @Test
    void bothLanguagesWordExactlyTheKeysThatTheCodeUses() throws IOException {
        Set<String> used = used();

        assertFalse(used.isEmpty());
        assertEquals(used, new TreeSet<>(wordings("de").stringPropertyNames()));
        assertEquals(used, new TreeSet<>(wordings("en").stringPropertyNames()));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        Properties german = wordings("de");
        Properties english = wordings("en");
        for (String key : english.stringPropertyNames()) {
            assertEquals(new MessageFormat(english.getProperty(key)).getArgumentNames(),
                    new MessageFormat(german.getProperty(key)).getArgumentNames(), key);
        }
    }

    private static Set<String> used() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.flatMap(MessageFilesTest::keys).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> keys(Path source) {
        try {
            return KEY.matcher(Files.readString(source)).results().map(match -> match.group(1)).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Properties wordings(String language) throws IOException {
        Properties wordings = new Properties();
        try (Reader in = new InputStreamReader(
                MessageFilesTest.class.getResourceAsStream("messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            wordings.load(in);
        }
        return wordings;
    }
}
