package pruefstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a thread dies of that nobody waits for. */
class ProgramTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Program program = new Program(new Terminal(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream(), false,
            StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), Path.of(""), false));

    @Test
    void isToldInOneLine() {
        program.tell(new OutOfMemoryError("unable to create native thread"), "eval", "--lang", "en");
        String told = err.toString(StandardCharsets.UTF_8);
        assertTrue(told.startsWith("pruefstand: The system gives this program no further thread or process."), told);
        assertEquals(1, told.lines().count(), told);
    }

    @Test
    void isTracedWhereThatIsAskedFor() {
        program.tell(new NoSuchFileException("x.txt"), "eval", "--lang", "en", "--debug");
        String told = err.toString(StandardCharsets.UTF_8);
        assertTrue(told.startsWith("java.nio.file.NoSuchFileException: x.txt\n\tat "), told);
    }
}
