package pruefstand.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

    private static List<String> lines(Reader text, int longest) throws IOException {
        BoundedLines lines = new BoundedLines(text, longest);
        List<String> found = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            found.add(line.get() + (lines.isCut() ? " …" : ""));
        }
        return found;
    }

    @Test
    void linesAreAsTheyAreUpToTheLongest() throws IOException {
        assertEquals(List.of("a", "", "abcd", "b"), lines(new StringReader("a\n\nabcd\r\nb"), 5));
        assertEquals(List.of(), lines(new StringReader(""), 5));
    }

    @Test
    void ofALongerOneTheBeginningIsGivenAndTheNextBeginsAfterItsEnd() throws IOException {
        assertEquals(List.of("abcd", "abcd …", "x", "abcd …"), lines(new StringReader("abcd\nabcde\nx\nabcdefgh"), 4));
        assertEquals(List.of("y".repeat(20_000) + " …", "z"), lines(new StringReader("y".repeat(50_000) + "\nz"), 20_000));
    }

    @Test
    void aLastLineThatNobodyEndedIsToldFromAWholeOne() throws IOException {
        BoundedLines lines = new BoundedLines(new StringReader("whole\nbroken"), 100);
        lines.next();
        assertFalse(lines.isBrokenOff());
        assertEquals("broken", lines.next().orElseThrow());
        assertTrue(lines.isBrokenOff());
    }

    /** Were it read to its end, this would not end either. */
    @Test
    void ofALineWithoutEndTheBeginningIsThereAtOnce() throws IOException {
        Reader endless = new Reader() {
            @Override
            public int read(char[] into, int from, int length) {
                return length;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        assertEquals("\0".repeat(100_000), new BoundedLines(endless, 100_000).next().orElseThrow());
    }
}
