package pruefstand.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {

    @Test
    void givesOutWholeCharactersHoweverTheirBytesComeIn() {
        AnswerText answer = new AnswerText(List.of());
        byte[] bytes = "ß😀".getBytes(StandardCharsets.UTF_8);
        List<String> pieces = new ArrayList<>();
        for (byte b : bytes) {
            pieces.add(answer.add(new byte[] {b}));
        }
        assertEquals(List.of("", "ß", "", "", "", "😀"), pieces);
        assertEquals("", answer.end());
        assertEquals("ß😀", answer.text());
    }

    @Test
    void whatIsNoUtf8IsShownAsReplaced() {
        AnswerText answer = new AnswerText(List.of());
        assertEquals("a\uFFFDb", answer.add(new byte[] {'a', (byte) 0xFF, 'b'}));
        assertEquals("", answer.add(new byte[] {(byte) 0xE2, (byte) 0x82}));
        assertEquals("\uFFFD", answer.end());
        assertEquals("a\uFFFDb\uFFFD", answer.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "Ja.#Nein     | #     | Ja.",
        "Ja. END more | END   | ~Ja. ~",
        "Ja. EN       | END   | Ja. EN",
        "aaab         | aab   | a",
        "abc          | abc;b | a",
        "xENDING      | END;ENDING | x",
        "xyz          | yz;z;xyz | ~~",
        "a😀b         | 😀    | a",
        "abab         | abc   | abab"})
    void endsWhereAStopTextIsCompleteWhateverTheTokens(String written, String stops, String expected) {
        List<String> all = Arrays.asList(stops.split(";"));
        for (int seed = 0; seed < 20; seed++) {
            AnswerText answer = new AnswerText(all);
            String given = feed(answer, written.getBytes(StandardCharsets.UTF_8), new Random(seed));
            assertEquals(expected, given);
            assertEquals(expected, answer.text());
            assertEquals(all.stream().anyMatch(written::contains), answer.isStopped());
        }
    }

    /** Feeds it in pieces of one to three bytes and returns what came out on the way. */
    private static String feed(AnswerText answer, byte[] bytes, Random random) {
        StringBuilder given = new StringBuilder();
        for (int at = 0; at < bytes.length;) {
            int end = Math.min(bytes.length, at + 1 + random.nextInt(3));
            given.append(answer.add(Arrays.copyOfRange(bytes, at, end)));
            at = end;
        }
        return given.append(answer.end()).toString();
    }

    @Test
    void holdsBackOnlyWhatMayBecomeAStopText() {
        AnswerText answer = new AnswerText(List.of("</s>"));
        assertEquals("a", answer.add("a<".getBytes(StandardCharsets.UTF_8)));
        assertEquals("", answer.add("/".getBytes(StandardCharsets.UTF_8)));
        assertEquals("</b", answer.add("b".getBytes(StandardCharsets.UTF_8)));
        assertFalse(answer.isStopped());
        assertEquals("c", answer.add("c</s>d".getBytes(StandardCharsets.UTF_8)));
        assertTrue(answer.isStopped());
        assertEquals("", answer.add("e".getBytes(StandardCharsets.UTF_8)));
        assertEquals("", answer.end());
        assertEquals("a</bc", answer.text());
    }
}
