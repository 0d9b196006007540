package pruefstand.task;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The test data beside the checkout. */
public final class Shared {

    private Shared() {
    }

    /** A file there; a test that needs one that is missing fails and says so. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("pruefstand.home"), "../shared").resolve(name).normalize();
        assertTrue(Files.exists(file), "test data is missing: " + file);
        return file;
    }
}
