package pruefstand.task.perplexity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pruefstand.task.Spans;

class SpanTest {

    /** Paragraphs of 6, 4, 14 and 1 bytes. */
    private static final String TEXT = "aaaa\n\nbb\n\ncccccccccccc\n\nd";

    @Test
    void takesWholeParagraphsUntilTheSizeIsReached() {
        assertEquals(List.of("aaaa\n\nbb\n\n", "cccccccccccc\n\n", "d"), texts(TEXT, 8));
    }

    @Test
    void anOverlongParagraphIsASpanOfItsOwn() {
        assertEquals(List.of("aaaa\n\nbb\n\n", "cccccccccccc\n\n", "d"), texts(TEXT, 12));
        assertEquals(List.of("aaaa\n\nbb\n\ncccccccccccc\n\n", "d"), texts(TEXT, 15));
    }

    @Test
    void showsAsManyWholeParagraphsBeforeASpanAsFit() {
        assertEquals(List.of("", "aaaa\n\nbb\n\n", ""), preceding(TEXT, new Spans(8, 10)));
        assertEquals(List.of("", "bb\n\n", ""), preceding(TEXT, new Spans(8, 9)));
        assertEquals(List.of("", "aaaa\n\nbb\n\n", "bb\n\ncccccccccccc\n\n"), preceding(TEXT, new Spans(8, 18)));
        assertEquals(List.of("", "", ""), preceding(TEXT, new Spans(8, 0)));
    }

    @Test
    void countsBytesNotCharacters() {
        assertEquals(List.of("ää\n\n", "b"), texts("ää\n\nb", 6));
        assertEquals(6, Span.cut("ää\n\nb", new Spans(6, 0)).getFirst().bytes());
    }

    @Test
    void keepsEveryByteOfTheText() {
        String text = "\n\n a\r\n\r\n\tb \n \t\n\n\nc\n d\n";
        for (int bytes = 1; bytes < 20; bytes++) {
            assertEquals(text, texts(text, bytes).stream().collect(Collectors.joining()));
        }
        assertEquals(List.of("\n\n", " a\r\n\r\n", "\tb \n \t\n\n\n", "c\n d\n"), texts(text, 1));
    }

    @Test
    void anEmptyTextHasNoSpans() {
        assertEquals(List.of(), texts("", 1));
    }

    private static List<String> texts(String text, int bytes) {
        return Span.cut(text, new Spans(bytes, 0)).stream().map(Span::text).toList();
    }

    private static List<String> preceding(String text, Spans size) {
        return Span.cut(text, size).stream().map(Span::preceding).toList();
    }
}
