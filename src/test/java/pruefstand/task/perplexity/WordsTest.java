package pruefstand.task.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import pruefstand.task.Shared;

class WordsTest {

    @Test
    void countsAsPythonSplits() {
        assertEquals(2, Words.count("zwei Wörter"));
        assertEquals(4, Words.count(" zwei  Wörter\n"), "an empty string at the start and at the end");
        assertEquals(1, Words.count(""));
        assertEquals(2, Words.count(" "));
    }

    @Test
    void knowsPythonsWhiteSpace() {
        assertEquals(13, Words.count("a\u001Cb\u001Fc\u0085d\u00A0e\u1680f\u2003g\u2028h\u2029i\u202Fj\u205Fk\u3000l\u000Bm"));
        assertEquals(1, Words.count("a\u200Bb\uFEFFc\u180Ed"), "these are none");
    }

    @Test
    void countsWikitextAsLmEvaluationHarnessDoes() throws IOException {
        String text = Files.readString(Shared.file("data/perplexity/wiki.test.raw"));
        assertEquals(241_213, Words.count(text));
    }
}
