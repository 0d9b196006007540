package pruefstand.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link LineCursor}, which reads blocks of 256 KiB, and {@link Lines}. */
class LineCursorTest {

    private static ReviewFile file(String text) {
        return ReviewFile.of("x", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> walk(LineCursor cursor) {
        List<String> lines = new ArrayList<>();
        while (cursor.next()) {
            lines.add(cursor.number() + "@" + cursor.offset(cursor.from()) + " " + cursor.text().orElseThrow().text());
        }
        return lines;
    }

    @Test
    void aLastLineWithoutLineFeedIsALine() {
        assertEquals(List.of(), walk(file("").lines()));
        assertEquals(List.of("1@0 "), walk(file("\n").lines()));
        assertEquals(List.of("1@0 a", "2@2 ", "3@3 bc"), walk(file("a\n\nbc").lines()));
        assertEquals(List.of("1@0 a", "2@2 bc"), walk(file("a\nbc\n").lines()));
    }

    @Test
    void knowsWhetherTheLineFeedIsThere() {
        LineCursor cursor = file("a\nb").lines();
        assertTrue(cursor.next() && cursor.hasLineFeed());
        assertTrue(cursor.next());
        assertFalse(cursor.hasLineFeed());
        assertFalse(cursor.next());
        assertFalse(cursor.next());
    }

    @Test
    void aPartCountsItsLinesFromOne() {
        byte[] bytes = "aa\nbb\ncc\ndd\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("1@3 bb", "2@6 cc"), walk(new LineCursor(ReviewFile.of("x", bytes).bytes(), 3, 9)));
    }

    @Test
    void linesOfManyBlocksComeInOrder() {
        int count = 9_000;
        String text = IntStream.range(0, count).mapToObj(i -> "%06d ".formatted(i) + "x".repeat(93) + "\n")
                .collect(java.util.stream.Collectors.joining());
        LineCursor cursor = file(text).lines();
        for (int i = 0; i < count; i++) {
            assertTrue(cursor.next());
            assertEquals(101L * i, cursor.offset(cursor.from()));
            assertEquals("%06d ".formatted(i), cursor.text().orElseThrow().text().substring(0, 7));
            assertTrue(cursor.compareAbove() < 0, "also against the last line of the block before");
        }
        assertFalse(cursor.next());
    }

    @Test
    void aLineMayBeLongerThanSeveralBlocks() {
        String longLine = "b".repeat(700_000);
        LineCursor cursor = file("a\n" + longLine + "\n" + longLine + "\na").lines();
        assertTrue(cursor.next());
        assertEquals(-1, cursor.compareAbove());
        assertTrue(cursor.next());
        assertEquals(longLine, cursor.text().orElseThrow().text());
        assertTrue(cursor.compareAbove() < 0);
        assertTrue(cursor.next());
        assertEquals(0, cursor.compareAbove());
        assertTrue(cursor.next());
        assertEquals("a", cursor.text().orElseThrow().text());
        assertTrue(cursor.compareAbove() > 0);
        assertEquals(4, cursor.number());
    }

    @Test
    void aByteOrderMarkIsOneOnlyAtTheStartOfTheFile() {
        LineCursor cursor = file("\uFEFFa: x\n\uFEFFb: y\n").lines();
        assertTrue(cursor.next());
        assertTrue(cursor.text().orElseThrow().hasByteOrderMark());
        assertTrue(cursor.next());
        assertFalse(cursor.text().orElseThrow().hasByteOrderMark());
    }

    @Test
    void linesAreFoundByNumber() {
        Lines lines = Lines.of(file(IntStream.range(0, 3_000).mapToObj(i -> "line " + i)
                .collect(java.util.stream.Collectors.joining("\n"))));
        assertEquals(3_000, lines.count());
        assertEquals("line 2999", lines.shown(2_999));
        assertEquals("line 1023", lines.text(1_023).orElseThrow().text());
        assertEquals("line 1024", lines.shown(1_024));
        assertFalse(lines.endInLineFeed());
        assertFalse(lines.hasLineFeed(2_999));
        assertTrue(lines.hasLineFeed(2_998));
        assertEquals(7, lines.offset(1));
    }

    @Test
    void linesSortByBytesTheShorterFirst() {
        Lines lines = Lines.of(file("a\nab\nä\nab\n😀\n\uFF01\n"));
        assertTrue(lines.compare(0, 1) < 0);
        assertTrue(lines.compare(1, 0) > 0);
        assertEquals(0, lines.compare(1, 3));
        assertTrue(lines.compare(1, 2) < 0, "bytes beyond ASCII come after it");
        assertTrue(lines.compare(4, 5) > 0, "in UTF-16 it would be the other way round");
        assertEquals(0, lines.compare(0, "a".getBytes(StandardCharsets.UTF_8)));
        assertTrue(lines.endInLineFeed());
        assertTrue(Lines.of(file("")).endInLineFeed());
    }

    @Test
    void aReplacedLineKeepsItsNumber() {
        Lines lines = Lines.of(file("a\nb\nc\n"));
        Lines replaced = lines.replace(Map.of(1, "new".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("a", "new", "c"), IntStream.range(0, 3).mapToObj(replaced::shown).toList());
        assertTrue(replaced.isReplaced(1));
        assertFalse(replaced.isReplaced(0));
        assertFalse(lines.isReplaced(1));
    }

    @Test
    void whereTheNextLineStarts() {
        ReviewFile file = file("ab\ncd\ne");
        assertEquals(3, file.nextLine(0));
        assertEquals(3, file.nextLine(2));
        assertEquals(6, file.nextLine(3));
        assertEquals(7, file.nextLine(6));
        assertEquals(7, file.nextLine(7));
    }
}
