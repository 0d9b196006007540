package pruefstand.task;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import pruefstand.json.Json;

/** The reference numbers of ../shared/data/REFERENCE.json, made with NumPy, SciPy and scikit-learn. */
public final class Reference {

    private static final Map<?, ?> FILE = read();

    private Reference() {
    }

    private static Map<?, ?> read() {
        try {
            return Json.read(Files.readString(Shared.file("data/REFERENCE.json")), "REFERENCE.json", Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands under some keys, one below the other. */
    public static Object at(String... keys) {
        Object value = FILE;
        for (String key : keys) {
            value = ((Map<?, ?>) value).get(key);
            assertNotNull(value, "REFERENCE.json has no " + String.join(" › ", keys));
        }
        return value;
    }

    public static double number(String... keys) {
        return ((Number) at(keys)).doubleValue();
    }

    /** A data set as text. */
    public static String data(String name) {
        try {
            return Files.readString(Shared.file("data/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
